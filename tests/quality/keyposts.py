"""Score which posts of a live blog matter, against those that its editors marked as key events.

Each line of the file is a blog with ``title`` and ``documents``, the posts: ``text`` (a list of sentences), ``time``
(year, month, day, hour, minute) and ``key`` (1 for a key event). Titles of single posts are passed over, because in
such files they were taken from the key posts only. The first k posts are compared with the k key posts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.analysis.actions import find_actions
from briefing.analysis.figures import find_figures
from briefing.assembly.grouping import PEOPLE
from briefing.assembly.salience import Telling, Traits, combine, measure
from briefing.data.tables import load_table
from briefing.model.findings import Modality, Sentence
from briefing.model.report import Paragraph, PartialDate, Report
from tests.quality.records import read_records

# What a publisher adds to the title of a blog: "| World news | The Paper", "- as it happened", ": Politics live blog".
_ADDED = re.compile(
    r"\s\|\s.*$|\s*[-–:]\s*(?:as it happened|(?:\S+ ){0,3}live(?: blog| updates)?|the day's events)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Blog:
    """The traits of the posts of one blog, and which of them are key."""

    traits: tuple[Traits, ...]
    keys: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The means over blogs: the share of key posts among the first k, average precision, and chance."""

    precision: float
    average_precision: float
    chance: float


def read_blogs(path: Path, *, every: int = 1) -> list[Blog]:
    """Measure the posts of a file, of each ``every``-th blog only; blogs without a choice to make are left out."""
    records = read_records(path, ("documents",))[::every]
    blogs = []
    for record in records:
        keys = tuple(bool(post.get("key")) for post in record["documents"])
        if 0 < sum(keys) < len(keys):
            tellings = [_telling(post) for post in record["documents"]]
            blogs.append(Blog(measure(tellings, _ADDED.sub("", str(record.get("title") or ""))), keys))
    return blogs


def _telling(post: dict[str, Any]) -> Telling:
    """Read one post as the program reads a report, and the first sentence as its opening."""
    report, sentences = _report(post)
    acts = [action for action in find_actions(report, sentences) if action.modality is Modality.ASSERTED]
    figures = find_figures(report, sentences, ())
    end = sentences[0].end if sentences else 0
    people = [figure.start for figure in figures if figure.measure in PEOPLE]
    return Telling(
        text=report.text,
        opening=report.text[:end],
        moment=_moment(post),
        kinds=frozenset(action.kind for action in acts),
        opening_acts=any(action.start < end for action in acts),
        people=bool(people),
        opening_people=any(start < end for start in people),
        figures=len(figures),
    )


def _report(post: dict[str, Any]) -> tuple[Report, tuple[Sentence, ...]]:
    sentences, start = [], 0
    for text in post["text"]:
        sentences.append(Sentence(start=start, end=start + len(text), paragraph=0))
        start += len(text) + 1
    text = " ".join(post["text"])
    report = Report(
        id="post",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text)),),
        title="",
        title_given=False,
        published=PartialDate.parse(f"{post['time'][0]}-{post['time'][1]:02}-{post['time'][2]:02}"),
    )
    return report, tuple(sentences)


def _moment(post: dict[str, Any]) -> float:
    year, month, day, hour, minute = post["time"][:5]
    return datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()


def score(rankings: Sequence[Sequence[float]], blogs: Sequence[Blog]) -> Score:
    """Compare the points of the posts with the key posts, blog by blog."""
    precision = average = chance = 0.0
    for points, blog in zip(rankings, blogs, strict=True):
        order = sorted(range(len(points)), key=lambda index: (-points[index], index))
        right = [rank for rank, index in enumerate(order, 1) if blog.keys[index]]
        wanted = len(right)
        precision += sum(rank <= wanted for rank in right) / wanted
        average += sum(number / rank for number, rank in enumerate(right, 1)) / wanted
        chance += wanted / len(points)
    number = max(1, len(blogs))
    return Score(precision / number, average / number, chance / number)


def score_shipped(blogs: Sequence[Blog]) -> Score:
    """Score the weights that the program ships."""
    learned = load_table("ranking")["learned"]
    return score([combine(blog.traits, learned["plain"], learned["relative"]) for blog in blogs], blogs)
