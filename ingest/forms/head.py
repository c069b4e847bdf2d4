"""The head of a report: total score, type, dates, and the sections that state its goals and what came of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from ingest.document import Cell
from ingest.forms.goals import Place
from ingest.forms.layout import Row
from ingest.lexicon import marks
from ingest.lexicon.dates import days, months
from ingest.lexicon.labels import row_concept
from ingest.lexicon.numbers import cell_figure, may_be_several
from ingest.lexicon.text import fold, tidy

_DATED = re.compile(
    r"填报|填表|签字|签名|盖章|公章|(?:自评|评价|评估|报告|编制|制表|报送|上报|提交|审核|申报)(?:日期|时间)(?![段范区期])|"
    r"(?:^|\s)日期|(?:^|\s)时间\s*[:：]"
)
_TIME_LABEL = re.compile(r"日期|时间|起止|期限|期间|周期|年限|时段|时效")
_LONGEST_TIME_LABEL = 30
_ONLY_A_DATE = re.compile(r"^\s*20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$")
_HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+\s*、|[（(]\s*(?:[一二三四五六七八九十]+|\d)\s*[)）])\s*"
    r"(?P<name>[^。：:，]{2,30})[。：:]?(?P<rest>.*)$",
    re.DOTALL,
)
_MINOR_HEADING = re.compile(
    r"^\s*\d{1,2}\s*[.、．]\s*(?P<name>[^。：:，,；;\d]{2,24}(?:情况|分析|说明|目标))[。：:]?\s*$"
)
_ON_MONEY = re.compile(r"资金|预算")
_GOAL_SECTION = re.compile(
    r"^(?!.*(?:资金|预算|完成的|实现的)).*绩效(?:总体?|年度)?目标(?!值|.*(?:实现|完成|依据|下达|管理|自评|评价|原因))"
)
_COMPLETION_SECTION = re.compile(r"目标(?:的)?(?:实现|完成)情况|项目完成情况")
_TOTAL_SCORE = re.compile(
    r"^(?:单位|项目|绩效)?(?:(?:自评|评价|综合|最终)(?:综合|总)?(?:得|评)?|总[得评])分(?:数|值)?[:：]?$"
)
_PERIOD = re.compile(r"(?:项目)?(?:起止|实施|执行)(?:时间|日期|年限|期限|期间)")
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_LONGEST_PERIOD = 40
LONGEST_LABEL = 20
_OUTER = re.compile(r"情况|组织|评价")


def total_scores(row: Row) -> Iterator[Cell]:
    """The cells of a row of the head that hold the total score: 自评总分（分） | 93.6, or one cell 自评得分：93.6. Of
    several figures behind it nothing says which is the score."""
    if row.stands_alone or "分" not in row.text:
        return
    for cell, label, value in labelled_values(row):
        figure = cell_figure(value)
        if figure is not None and figure.unit in {None, "points"} and _TOTAL_SCORE.match(label):
            yield cell._replace(text=value)
    for cell, following, behind in zip_longest(row.filled, row.filled[1:], row.filled[2:]):
        figure = cell_figure(following.text) if following else None
        if figure is None or figure.unit not in {None, "points"} or (behind and cell_figure(behind.text)):
            continue
        is_total = row_concept(cell.text) == "total" and ("分" in cell.text or figure.unit == "points")
        if is_total or _TOTAL_SCORE.match(re.sub(r"\(.*?\)", "", fold(cell.text))):
            yield following


def labelled_values(row: Row) -> Iterator[tuple[Cell, str, str]]:
    """The cells of a row that hold a label and its value: (cell, 自评等级, 优)."""
    for cell in row.filled if ":" in row.text or "：" in row.text else ():
        label, colon, value = fold(cell.text).partition(":")
        if colon and value and len(label) <= LONGEST_LABEL and not may_be_several(cell.text):
            yield cell, label, value


def project_type(rows: Iterable[Row]) -> str | None:
    """recurring for a ticked 经常性项目, one_off for 一次性项目."""
    kinds = {"经常性": "recurring", "常年性": "recurring", "延续性": "recurring", "一次性": "one_off"}
    for row in rows:
        if len(row.filled) > 1 and row_concept(row.filled[0].text) == "project_type":
            chosen = marks.ticked(
                " ".join(cell.text for cell in row.filled[1:]), r"(?:经常性|常年性|延续性|一次性)(?:项目)?"
            )
            found = {kinds[option[:3]] for option in chosen}
            if len(found) == 1:
                return found.pop()
    return None


def period_year(rows: Sequence[Row]) -> tuple[int, Row] | None:
    """The only year that the period of a project lies in: 项目起止时间 | 2022年1月至2022年12月."""
    for row, below in zip_longest(rows, rows[1:]):
        for label, value in _labels_of_time(row, below) if "时间" in row.text or "期" in row.text else ():
            years = set(_YEAR.findall(value)) if _PERIOD.fullmatch(label) and len(value) <= _LONGEST_PERIOD else set()
            if len(years) == 1:
                return int(years.pop()), row
    return None


def _labels_of_time(row: Row, below: Row | None) -> Iterator[tuple[str, str]]:
    """What may be labels with their values: two cells, the halves of one, a line and the one below."""
    if row.is_line and below is not None and below.is_line:
        yield fold(row.text).rstrip(":"), fold(below.text)
    for cell, following in pairwise(row.filled):
        yield fold(cell.text).rstrip(":"), fold(following.text)
    yield from ((label, value) for _, label, value in labelled_values(row))


def dates(rows: Sequence[Row]) -> Iterator[tuple[dt.date, bool, Row]]:
    """(date, whether a day is printed, row) where the report dates itself: signatures, filing dates, a date alone that
    no line above it makes the time of something."""
    above = text = ""
    for row in rows:
        above, text = text, row.text
        if "20" not in text or (row.is_line and len(fold(text)) > 60):
            continue
        if not _DATED.search(text) and not (_ONLY_A_DATE.match(text) and not _is_labelled_by(above)):
            continue
        for part in [text] if row.is_line else _own_dates(row):
            for day in days(part):
                yield day, True, row
            for month in months(part):
                yield month, False, row


def _is_labelled_by(above: str) -> bool:
    """Whether the line above a date alone makes it a time of the project, or is such a date itself."""
    is_label = len(above) <= _LONGEST_TIME_LABEL and _TIME_LABEL.search(above) and not _DATED.search(above)
    return bool(is_label or _ONLY_A_DATE.match(above))


def _own_dates(row: Row) -> Iterator[str]:
    """The cells of a row with a date of the report, without those labelled as the time of something else."""
    before = ""
    for cell in row.filled:
        if "20" in cell.text and not any(
            _TIME_LABEL.search(label) and not _DATED.search(label) for label in (before, cell.text)
        ):
            yield cell.text
        before = cell.text


def stated_goal_places(rows: Sequence[Row]) -> tuple[Place | None, Place | None]:
    """(goal, completion) of a report in prose: the texts of its sections on goals and on what was achieved."""
    return _section(rows, _GOAL_SECTION), _section(rows, _COMPLETION_SECTION)


def _section(rows: Sequence[Row], name: re.Pattern[str]) -> Place | None:
    """The first section so named that has any text: a heading right above another has none of its own."""
    lines: list[tuple[Row, str]] = []
    is_minor = False
    for row in rows:
        if not lines and "目标" not in row.text and "完成情况" not in row.text:
            continue
        has_text = any(line.strip() for _, line in lines)
        minor = _MINOR_HEADING.match(row.text) if row.is_line else None
        if minor and (is_minor or not has_text):
            if name.search(minor["name"]):
                is_minor = True
                lines.append((row, ""))
                continue
            if is_minor and has_text:
                break
            if _ON_MONEY.search(minor["name"]):
                lines = []
                continue
        heading = _HEADING.match(row.text) if row.is_line else None
        if heading and lines and re.match(r"\s*[（(]\s*\d", row.text) and not _OUTER.search(heading["name"]):
            heading = None
        if heading:
            if has_text:
                break
            lines = [(row, heading["rest"])] if name.search(heading["name"]) else []
        elif lines and row.is_line:
            lines.append((row, row.text))
    text = tidy("".join(line for _, line in lines))
    return Place(text, tuple((row, row.filled[0]) for row, line in lines if line.strip())) if text else None
