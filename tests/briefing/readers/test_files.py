"""From files and folders to reports: encodings, refusals in words, order, duplicates."""

import codecs
import os
from pathlib import Path

import pytest

from briefing.errors import ReportError
from briefing.model.notice import Severity
from briefing.readers import READERS, files, find_files, read_report, read_reports
from tests.briefing.readers.conftest import Read, Write, codes_of, words_of

TEXT = "date 2024-12-07 The army left the town on Friday night, and the fighters came in before dawn."
ARABIC = "دخل مقاتلو المعارضة مدينة حلب يوم السبت بعد انسحاب الجيش منها، وقال المرصد إن العشرات قتلوا في الاشتباكات."
SPANISH = (
    "Los rebeldes tomaron Alepo el sábado, según el Observatorio. El año pasado la región seguía en manos del Gobierno."
)
TYPESET = "The army’s units left “Hama” on Friday – half of the café quarter was damaged, it said."
POLISH = "Żołnierze opuścili miasto w sobotę, powiedziało źródło w służbach – wciąż trwają walki na północy."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(read: Read, mark: bytes, encoding: str) -> None:
    """Nothing had to be guessed, so nothing is said."""
    report = read(mark + TEXT.encode(encoding))
    assert report.text == TEXT
    assert codes_of(report) == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ARABIC, "cp1256"), (SPANISH, "cp1252"), (TYPESET, "cp1252"), (POLISH, "cp1250")],
)
def test_an_old_encoding_is_guessed_and_said(read: Read, text: str, encoding: str) -> None:
    """The text is right, and the notice names the file."""
    report = read(text.encode(encoding), "2024-12-07.txt")
    assert report.text == text
    assert "encoding-guessed" in codes_of(report)
    assert "2024-12-07.txt" in report.notices[0].message


def test_a_few_damaged_bytes_do_not_change_the_encoding_of_the_rest(read: Read) -> None:
    """A UTF-8 file cut in the middle of a letter is read as UTF-8, and the loss is said."""
    report = read((ARABIC * 3).encode()[:-1] + b"\xd8")
    assert report.text.startswith(ARABIC)
    assert "damaged-characters" in codes_of(report)


def test_a_page_states_its_own_encoding(read: Read) -> None:
    """What the page says is not a guess."""
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Армия оставила город. " * 10}</p></body></html>'
    report = read(page.encode("cp1251"), "page.html")
    assert "Армия оставила город." in report.text
    assert "encoding-guessed" not in codes_of(report)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("x.pdf", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        ("report.test.ts", b"it('is read', () => { expect(report).toBe(1); });", "the source of a program"),
        ("memory.tmx", b"<tmx><body><tu><tuv><seg>Rebels took Hama.</seg></tuv></tu></body></tmx>", "an XML data file"),
        ("x.docx", b"PK\x03\x04\x14\x00", "office document"),
        ("x.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "old Office document"),
        ("x.rtf", b"{\\rtf1\\ansi text}", "Rich Text"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "PNG picture"),
        ("x.txt", b"abc\x00\x01\x02" * 30, "binary data"),
        ("x.txt", bytes(range(1, 9)) * 40, "binary data"),
        ("x.json", b'{"a": 1}', "JSON"),
        ("x.csv", b"a,b", "table"),
    ],
)
def test_a_file_that_is_no_report_is_refused_with_its_kind_and_the_remedy(
    write: Write, name: str, content: bytes, kind: str
) -> None:
    """The sentence names the file, says what it is, and what to do."""
    with pytest.raises(ReportError) as refusal:
        read_report(write(content, name), origin=name)
    assert name in str(refusal.value)
    assert kind in str(refusal.value)
    assert "text, Markdown or HTML" in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        (" \n\t\r\n ", "is empty"),
        ("\ufeff", "is empty"),
        ("Title: Town taken\nDate: 2024-12-07\n", "only a header"),
        ("date 2024-12-07 ", "only a header"),
        ("*** --- ***", "no words"),
    ],
)
def test_a_file_without_a_text_is_refused(write: Write, content: str, words: str) -> None:
    """Emptiness is told apart from a header without a body."""
    with pytest.raises(ReportError, match=words):
        read_report(write(content))


def test_a_file_too_large_is_refused_before_it_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is looked at first; the bound is lowered here to spare the disk."""
    monkeypatch.setattr(files, "MOST_BYTES", 2 * 2**20)
    with pytest.raises(ReportError, match="larger than 2 MB"):
        read_report(write("a" * (2 * 2**20 + 1)))


def test_a_single_line_of_five_megabytes_is_read(read: Read) -> None:
    """One paragraph, whole."""
    sentence = "The army left the town on Friday. "
    report = read(sentence * 150_000)
    assert len(report.paragraphs) == 1
    assert report.paragraphs[0].end == len(sentence) * 150_000 - 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_refused_in_words(write: Write) -> None:
    """The sentence tells the reason of the system."""
    path = write(TEXT)
    path.chmod(0)
    with pytest.raises(ReportError, match="Permission denied"):
        read_report(path)


def test_languages_are_told_by_the_body(read: Read) -> None:
    """Too few letters give "und"."""
    assert [read(text).language for text in (TEXT, ARABIC, SPANISH, "Homs 7")] == ["en", "ar", "es", "und"]


def test_a_folder_is_walked_in_order_without_hidden_files(write: Write, tmp_path: Path) -> None:
    """Subfolders come after the files of a folder, and a circle of links is not followed."""
    for name in ("b.txt", "a.md", ".hidden.txt", "sub/c.html", ".git/d.txt"):
        write(TEXT, f"set/{name}")
    (tmp_path / "set" / "sub" / "round").symlink_to(tmp_path / "set", target_is_directory=True)
    found, notices = find_files([tmp_path / "set"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["set/a.md", "set/b.txt", "set/sub/c.html"]
    assert notices == ()


def test_a_pattern_given_as_words_is_expanded_in_order(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The origin is the path as given, and a file named twice comes once."""
    for name in ("set/b.txt", "set/a.txt", "set/deep/c.txt", "set/d.md"):
        write(TEXT + name, name)
    monkeypatch.chdir(tmp_path)
    result = read_reports(["set/**/*.txt", "set/a.txt", "set/[d].md"])
    assert [report.origin for report in result.reports] == ["set/a.txt", "set/b.txt", "set/deep/c.txt", "set/d.md"]


def test_what_is_missing_or_empty_is_said_and_the_others_go_on(write: Write, tmp_path: Path) -> None:
    """Each notice names its path."""
    (tmp_path / "empty").mkdir()
    good, bad = write(TEXT, "good.txt"), write(b"%PDF-1.7", "bad.pdf")
    missing = ["gone.txt", f"{tmp_path}/*.nothing", "nul\0.txt"]
    result = read_reports([bad, *missing, tmp_path / "empty", good])
    assert [report.origin for report in result.reports] == [good.as_posix()]
    assert [notice.code for notice in result.notices] == ["missing-file"] * 3 + ["empty-folder", "unreadable-report"]
    assert result.notices[-1].severity is Severity.ERROR
    assert result.notices[-1].subject == bad.as_posix()


def test_five_hundred_copies_are_one_report_and_one_notice(write: Write, tmp_path: Path) -> None:
    """The notice names the original, some copies and the number of the others."""
    for number in range(500):
        write(TEXT, f"set/{number:03}.txt")
    result = read_reports([tmp_path / "set"])
    assert len(result.reports) == 1
    (notice,) = result.notices
    assert notice.code == "duplicate-report"
    for part in ("000.txt", "001.txt", "496 more files"):
        assert part in notice.message


def test_the_same_text_under_another_header_is_kept_and_said(write: Write) -> None:
    """White space and capitals of the body do not matter, and the digests agree."""
    body = "The army left the town on Friday.\n\nNobody was hurt."
    one = write(f"Title: Town left\nSource: Wire A\nDate: 2024-12-07\n\n{body}", "one.txt")
    other = write(f"Source: Wire B\nDate: 2024-12-07\n\n{body.replace(' ', '  ').upper()}", "other.txt")
    result = read_reports([one, other])
    assert len(result.reports) == 2
    assert result.reports[0].body_digest == result.reports[1].body_digest
    (notice,) = result.notices
    assert notice.code == "same-text"
    assert "one.txt" in notice.message
    assert "other.txt" in notice.message


def test_progress_is_told_before_each_file_and_at_the_end(write: Write, tmp_path: Path) -> None:
    """The last call says that all are done."""
    write(TEXT, "a.txt")
    write(TEXT + "b", "b.txt")
    told: list[tuple[int, int, str]] = []
    read_reports([tmp_path], progress=lambda done, total, name: told.append((done, total, Path(name).name)))
    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_the_format_follows_the_extension_and_plain_pages_are_known_by_content(read: Read) -> None:
    """An unknown extension is plain text; a page saved as .txt is still a page."""
    assert set(READERS) == {"text", "markdown", "html"}
    assert words_of(read("*Town* taken on Friday.", "x.note")) == ["*Town* taken on Friday."]
    assert words_of(read("*Town* taken on Friday.", "x.MD")) == ["Town taken on Friday."]
    assert words_of(read("<!DOCTYPE html><html><body><p>Town taken.</p></body></html>", "x.txt")) == ["Town taken."]
