"""Problems, suggestions and practices that a report itself states: in its issue list, its form and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.document import Cell
from ingest.forms.layout import Row, goes_on
from ingest.lexicon.labels import row_concept
from ingest.lexicon.prompts import asks_for_words
from ingest.lexicon.text import fold, tidy
from ingest.lexicon.titles import SECTION, is_unit

_NONE = re.compile(r"^(?:问题|建议)?[:：]?(?:暂?无|没有|不存在|无问题|无建议|[-—/]+|\.+|…+)[。.]?$")
_NO_MORE = re.compile(r"^(?:暂?无|没有)其[他它].{0,12}$")
_OF_OTHERS = re.compile(r"^其[他它]")
_PROBLEM = re.compile(
    r"(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足|困难)|^(?:项目)?(?:的)?问题|(?:偏离|偏差|未完成).*原因|^不足"
)
_SUGGESTION = re.compile(
    r"建议|(?:改进|整改|完善)(?:的)?(?:措施|意见|对策)|下一步|^(?:今后|后续).*(?:打算|计划|措施|思路|安排)"
)
_PRACTICE = re.compile(r"经验|做法")
_LONGEST_LABEL = 24
_KIND_OF_LABEL = {"issues": "problem", "suggestions": "suggestion", "practices": "practice"}
_RANKS = ("section", "subsection", "item", "subitem")
_HEADING = re.compile(
    r"^\s*(?:(?P<section>[一二三四五六七八九十]+)\s*、|[（(]\s*(?P<subsection>[一二三四五六七八九十]+)\s*[)）]\s*、?|"
    r"(?P<item>\d{1,2})\s*[.．、](?!\d)|[（(]\s*(?P<subitem>\d{1,2})\s*[)）]\s*、?)"
    r"\s*(?P<name>[^。：:；，]{2,30}?)\s*(?:[。：:]\s*(?P<rest>.*))?$",
    re.DOTALL,
)
_ONLY_NAMES = re.compile(
    r"(?:项目|绩效|自评|工作|资金|预算|管理|实施|执行|主要|有关|相关|存在|下一步|今后|后续|改进|整改|完善|意见|对策|措施|"
    r"建议|问题|不足|困难|原因|分析|经验|做法|打算|计划|思路|安排|情况|方面|过程|中|的|拟|和|及|与|、)+"
)
_OF_MORE = re.compile(r"(?:结论|成效|完成情况|实现情况|结果)(?:及|和|与|、)")
_PROBLEM_WORD = r"(?:存在)?(?:的)?(?:主要)?问题(?:\d{1,2}|[一二三四五六七八九十])?"
_SUGGESTION_WORD = r"(?:下一步)?(?:改进措施|整改措施|相关建议|有关建议|建议)"
_SPLIT = re.compile(
    rf"(?:^|(?<=[。；;\s]))(?=(?:{_PROBLEM_WORD}|{_SUGGESTION_WORD})[：:])|(?:^|(?<=[。；;：:，\s]))(?=[一二三四五六七八九十]是)|"
    r"(?<=[。；;])(?=\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）])"
)
_LEAD_IN = re.compile(
    rf"^(?:(?P<word>(?P<problem>{_PROBLEM_WORD})|{_SUGGESTION_WORD})[：:]|[一二三四五六七八九十]是|"
    r"[（(][一二三四五六七八九十\d]+[)）]、?|\d{1,2}[.、．](?!\d))\s*"
)
_TURNS = re.compile(r"(?:^|(?<=[。；;]))\s*(?=(?:为此，)?(?:下一步|今后|针对|建议|改进措施|整改措施))")
_BEHIND = re.compile(r"^\s*(?:附\s*(?:件|表)?\s*\d{0,2}\s*(?:[:：].*)?|正文|目录)\s*$", re.DOTALL)
"""What stands behind the last section: the list of attachments, the head of the next part."""
_DATE_ALONE = re.compile(r"^\s*(?:20\d\d|二[〇○零O0]..)\s*[年./-]\s*\S{1,3}\s*(?:[月./-]\s*\S{0,4}\s*)?$")
_NO_PROBLEM = re.compile(r"(?:不存在|没有|未发现|没有发现|无)(?:任何|明显|其他)?问题[。.]?$")


@dataclass(slots=True)
class StatedIssue:
    kind: str
    category: str | None
    text: str
    row: Row
    cell: Cell


@dataclass(slots=True)
class Answer:
    """What one cell or line says where problems, suggestions or practices are asked for: issues, 无, or nothing.

    kind: what is asked for first; place: list | section | form; place_no tells the places of a report apart;
    is_of_others: what else there is is asked for (其他建议), so that 无 says nothing of what is stated elsewhere.
    """

    kind: str
    place: str
    place_no: int
    row: Row
    cell: Cell
    issues: list[StatedIssue] = field(default_factory=list)
    says_none: bool = False
    is_of_others: bool = False


def stated_issues(answers: Iterable[Answer]) -> list[StatedIssue]:
    """All stated problems, suggestions and practices, in printed order; 无 is none."""
    found: list[StatedIssue] = []
    before: Row | None = None
    for issue in (issue for answer in answers for issue in answer.issues):
        if before is not None and goes_on(before, issue.row) and found[-1].kind == issue.kind:
            found[-1] = replace(found[-1], text=found[-1].text + issue.text)
        else:
            found.append(issue)
        before = issue.row
    return found


def answers(rows: Sequence[Row], place_no: int = 0) -> Iterator[Answer]:
    """Every place where they are asked for, cell by cell, counted from `place_no` on; an issue list answers with its
    heading first."""
    section: str | None = None
    rank = len(_RANKS)
    in_list = False
    category: str | None = None
    is_of_others = False
    for position, row in enumerate(rows):
        filled = row.filled
        if not filled:
            continue
        if row.is_line:
            in_list = False
            if section and (_BEHIND.match(row.text) or _signs(rows, position)):
                section = None
            heading = _heading(row.text, rank if section else len(_RANKS))
            text = row.text
            if heading is not None:
                section, rank, text = heading
                is_of_others = _asks_for_others(row.text)
                place_no += 1
            if section and text:
                kind = "problem" if section == "mixed" else section
                answer = Answer(kind, "section", place_no, row, filled[0], is_of_others=is_of_others)
                section = _read_section(answer, section, text)
                yield answer
            continue
        if row_concept(filled[0].text) == "issue_category":
            in_list, category = True, None
            place_no += 1
            yield Answer("problem", "list", place_no, row, filled[0])
            continue
        if in_list:
            if fold(filled[0].text).endswith("问题"):
                category = tidy(filled[0].text)
            if filled[-1] is not filled[0] and not re.fullmatch(r"[\d.…]+", fold(filled[-1].text)):
                answer = Answer("problem", "list", place_no, row, filled[-1])
                _read(answer, "problem", category, filled[-1].text)
                yield answer
            continue
        asked = _asked_in_form(row)
        if asked is not None:
            place_no += 1
            answer = Answer(asked[0], "form", place_no, row, asked[1])
            _read(answer, asked[0], None, asked[1].text)
            yield answer


def _signs(rows: Sequence[Row], position: int) -> bool:
    """Whether a line ends the report: its date, or the unit's name above that."""
    text = rows[position].text
    below = rows[position + 1].text if position + 1 < len(rows) else ""
    return bool(_DATE_ALONE.match(text) or (_DATE_ALONE.match(below) and is_unit(text)))


def _heading(text: str, rank: int) -> tuple[str | None, int, str] | None:
    """(kind of what it heads, its rank, the text behind it) of a numbered heading below one of `rank`; None for a line
    that heads nothing. Below a heading, what is numbered further down is an item unless it only names a kind."""
    match = _HEADING.match(text)
    if match is None:
        return None
    own = next(number for number, name in enumerate(_RANKS) if match[name])
    kind, rest = _kind_of(match["name"]), match["rest"] or ""
    if kind and _ONLY_NAMES.fullmatch(match["name"]):
        return kind, own, rest
    if own == 0 or own <= rank < len(_RANKS):
        return (kind if not rest else None), own, ""
    return None


def _asks_for_others(text: str) -> bool:
    match = _HEADING.match(text)
    return match is not None and bool(_OF_OTHERS.match(match["name"]))


def _kind_of(name: str) -> str | None:
    """problem | suggestion | practice | mixed, None for a heading of anything else."""
    if "说明" in name or _OF_MORE.search(name):
        return None
    kinds = [
        kind
        for kind, pattern in (("problem", _PROBLEM), ("suggestion", _SUGGESTION), ("practice", _PRACTICE))
        if pattern.search(name)
    ]
    return kinds[0] if len(kinds) == 1 else "mixed" if kinds else None


def _read_section(answer: Answer, kind: str, text: str) -> str:
    """Read a paragraph of a section and tell the kind that holds behind it: a section of both states its problems
    first, then what is to be done."""
    if kind != "mixed":
        _read(answer, kind, None, text)
        return kind
    problems, *remedies = [part for part in _TURNS.split(text) if part.strip()]
    if _TURNS.match(problems):
        problems, remedies = "", [problems, *remedies]
    _read(answer, "problem", None, problems)
    for remedy in remedies:
        _read(answer, "suggestion", None, remedy)
    return "suggestion" if remedies else kind


def _asked_in_form(row: Row) -> tuple[str, Cell] | None:
    """(kind, answer) of a row 问题和建议 | text, or of a numbered heading with its text in the next cell."""
    if row.labels.isdisjoint(_KIND_OF_LABEL) and "、" not in row.text:
        return None
    for cell, following in zip(row.filled, row.filled[1:], strict=False):
        heading = SECTION.match(cell.text) if "、" in cell.text else None
        kind = _kind_of(heading["name"]) if heading else _KIND_OF_LABEL.get(row_concept(cell.text) or "")
        if kind and len(fold(cell.text)) <= _LONGEST_LABEL:
            return "problem" if kind == "mixed" else kind, following
    return None


def _read(answer: Answer, kind: str, category: str | None, text: str) -> None:
    """The enumerated items of a text (一是…二是…, 问题：…建议：…), each without its number; a lead-in alone is none."""
    stated = kind
    if asks_for_words(text):
        return
    texts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    for position, part in enumerate(texts):
        lead_in = _LEAD_IN.match(part)
        if lead_in and lead_in["word"]:
            stated = "problem" if lead_in["problem"] else "suggestion"
        tidied = tidy(part[lead_in.end() :] if lead_in else part)
        if not tidied:
            continue
        if _NO_MORE.match(fold(tidied)):
            continue
        if _NONE.match(fold(tidied)) or (stated == "problem" and _NO_PROBLEM.search(tidied)):
            answer.says_none = answer.says_none or (stated == answer.kind and not answer.is_of_others)
        elif position == len(texts) - 1 or tidied[-1] not in "：:":
            answer.issues.append(StatedIssue(stated, category, tidied, answer.row, answer.cell))
