"""Themes: three looks ship, each readable for everyone, and a file of one's own may extend one."""

from pathlib import Path

import pytest

from briefing import BriefingRequest, generate, read_reports
from briefing.__main__ import main
from briefing.errors import TemplateError
from briefing.model.theme import Theme
from briefing.resources import templates_folder
from briefing.themes import list_themes, read_theme
from briefing.workflow import draw_pages, load_request
from briefing.writers.pdf.styles import channels, mixed
from tests.paths import SEEDS

_ON_PAPER = ("ink", "heading", "accent", "muted", "map_label")
_ON_TINT = ("ink", "heading", "accent", "muted")
_ON_MAP = ("map_land", "map_neighbour", "map_water")
_SYMBOLS = ("symbol_opposed", "symbol_contested", "symbol_held", "symbol_event")
_LEAST_OF_SYMBOLS = 3.0  # WCAG 2.2, 1.4.11: what is drawn, not written


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, 1 to 21."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _pairs(theme: Theme) -> dict[str, tuple[str, str]]:
    pairs = {f"{name} on paper": (getattr(theme, name), "#ffffff") for name in _ON_PAPER}
    pairs |= {f"{name} on tint": (getattr(theme, name), theme.tint) for name in _ON_TINT}
    for ground in _ON_MAP:
        pairs |= {
            f"{name} on {ground}": (getattr(theme, name), getattr(theme, ground)) for name in ("ink", "map_label")
        }
    pairs["band"] = (theme.band_text, theme.band)
    pairs["unit in the band"] = (mixed(theme.band_text, theme.band, 0.16), theme.band)
    return pairs


@pytest.mark.parametrize("path", sorted((templates_folder() / "themes").glob("*.toml")), ids=lambda path: path.stem)
def test_every_text_of_a_shipped_theme_stands_out(path: Path) -> None:
    """At least 4.5 : 1, in the high-contrast theme 7 : 1; symbols at least 3 : 1 on all grounds of the map."""
    theme = read_theme(path.stem)
    least = 7.0 if path.stem == "high-contrast" else 4.5
    for name, pair in _pairs(theme).items():
        assert contrast(*pair) >= least, (name, contrast(*pair))
    for symbol in _SYMBOLS:
        for ground in _ON_MAP:
            assert contrast(getattr(theme, symbol), getattr(theme, ground)) >= _LEAST_OF_SYMBOLS, (symbol, ground)


@pytest.mark.parametrize(("label", "colour"), [("RED", "#ff2b2b"), ("AMBER", "#ffc000"), ("GREEN", "#33ff00")])
def test_the_marking_has_the_colours_of_its_standard_in_every_theme(label: str, colour: str) -> None:
    """TLP 2.0 sets the colour of the words and the black behind them; a theme must not."""
    reports = read_reports([SEEDS]).reports[:2]
    for theme, _name in list_themes():
        document = generate(reports, BriefingRequest(tlp=label, theme=theme)).document
        assert document.marking_colour.lower() == colour
        assert contrast(document.marking_colour, "#000000") >= 4.5


def test_the_plain_theme_has_no_colour_and_no_fill() -> None:
    """Shades of grey only, and white behind all words."""
    theme = read_theme("plain")
    for name in Theme.__dataclass_fields__:
        value = getattr(theme, name)
        if isinstance(value, str) and value.startswith("#"):
            assert len(set(channels(value))) == 1, name
    assert {theme.tint, theme.band, theme.map_land, theme.map_neighbour, theme.map_water} == {"#ffffff"}


def test_three_looks_can_be_chosen_and_compact_is_none() -> None:
    """It changes sizes only, as templates wish."""
    assert [identity for identity, _name in list_themes()] == ["house", "high-contrast", "plain"]


def test_a_look_changes_colours_and_leaves_the_sizes_of_the_template() -> None:
    """A one-pager stays on one page in each of them."""
    compact, mixed_look = read_theme("compact"), read_theme("compact", "plain")

    assert mixed_look.body_size == compact.body_size < read_theme("plain").body_size
    assert mixed_look.accent == "#000000" != compact.accent
    reports = read_reports([SEEDS]).reports
    for look, _name in list_themes():
        briefing = generate(reports, BriefingRequest(template="executive-one-pager", theme=look))
        assert briefing.document.theme.body_size == compact.body_size
        assert draw_pages(briefing).page_count == 1


def test_a_theme_of_ones_own_extends_ours_and_its_sizes_count(tmp_path: Path) -> None:
    """It lists only what differs."""
    path = tmp_path / "desk.toml"
    path.write_text('extends = "plain"\naccent = "#7a0019"\nbody_size = 11\n', "utf-8")
    theme = read_theme("compact", str(path))

    assert (theme.accent, theme.band, theme.body_size) == ("#7a0019", "#ffffff", 11.0)
    assert theme.margin_side == read_theme("compact").margin_side


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extends = "nothing"\n', "line 1: it extends 'nothing'"),
        ('extends = "house"\naccent = "blue"\n', "line 2: accent is 'blue'; write a colour such as"),
        ('extends = "house"\nbody_size = -1\n', "line 2: body_size is -1; write a number above 0"),
        ('extends = "house"\nsans = "Comic Sans"\n', "line 2: sans is 'Comic Sans'; choose among"),
        ('extends = "house"\nshadow = 1\n', "line 2: “shadow” at the top is not known"),
        ('name = "Mine"\n', "is missing. Write it, or extends"),
    ],
)
def test_a_mistake_in_a_theme_names_line_and_remedy(tmp_path: Path, text: str, words: str) -> None:
    """So that it need not be looked for."""
    path = tmp_path / "desk.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(TemplateError) as raised:
        read_theme("house", str(path))
    assert words in str(raised.value)


def test_a_theme_that_is_not_there_is_named_with_those_that_are() -> None:
    """A typing error on the command line."""
    with pytest.raises(TemplateError, match=r"There is no theme “plan”\. Choose one of: compact, high-contrast"):
        read_theme("house", "plan")


def test_the_command_takes_a_theme_and_saves_it_with_the_choices(tmp_path: Path) -> None:
    """So that the next issue looks like this one."""
    report, saved = next(path for path in sorted(SEEDS.iterdir()) if path.is_file()), tmp_path / "choices.json"
    options = ["--theme", "plain", "--format", "html", "--out", str(tmp_path), "--name", "x", "--quiet"]

    assert main(["generate", str(report), *options, "--save-request", str(saved)]) == 0
    assert load_request(saved).theme == "plain"
    assert "--accent: #000000" in (tmp_path / "x.html").read_text("utf-8")
