"""Names of projects, units and departments: beside their labels in tables and lines, in brackets, above a seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ingest.document import Cell
from ingest.forms.layout import Row, heads_list
from ingest.lexicon.labels import is_label, row_concept
from ingest.lexicon.text import fold, squeeze, tidy, without_code
from ingest.lexicon.titles import is_generic, is_unit

_NAMES = frozenset({"project_name", "organization_name", "department_name"})
_BARE_LABELS = frozenset({"部门", "单位"})
_PARAGRAPH = re.compile(r"^\s*(?P<label>[^：:，。]{2,16})\s*[:：]\s*(?P<value>[^：:]{2,60})$")
_LIST_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.、．](?!\d)|[一二三四五六七八九十]+\s*、)\s*")
_NEXT_LABEL = re.compile(r"(?:[\s；;])+(?=[^：:，。；;\s]{2,16}\s*[：:])")
_LONGEST_LINE_OF_LABELS = 160
_LONGEST_LETTERS = 2
"""A name printed with spaces between its characters: 优 抚."""
_CAPTION = re.compile(r"[:：].*\s(?:填报|填表|报送)?(?:日期|时间|(?:金额)?单位)\s*[:：]")
_ONLY_A_DATE = re.compile(r"^\s*20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$")
_IN_BRACKETS = re.compile(r"^\s*[（(](?P<name>[^（）()]+)[)）]\s*$")
_NAMES_PROJECT = re.compile(
    r"^(?!不?[含包]|适用|仅|限|除|.*(?:简称|[：:，,。])).{3,60}(?:项目|经费|资金|专项|工程|补助|补贴)$"
)
_BEHIND_LABEL = re.compile(r"^\s*(?:单\s*位|部\s*门)\s*[:：]\s*(?P<name>\S+)")
_EVALUATED_UNIT = re.compile(
    r"对(?P<name>[^，。；：、对]{4,30}?)(?:20\d\d年度?)?(?:部门|单位)?整体支出(?:进行|开展|实施)了?(?:绩效)?评价"
)
_LINES_OF_HEAD = 3
_SHORTEST_UNIT = 6
"""What is shorter than the name of a unit with its division may be who is written to: 市财政局."""
_PROJECT_CODE = re.compile(r"^(?:[\[【(（][0-9A-Z]{6,}[\]】)）]|\d{6,8}[A-Z]\d{6,}|\d{9,})[-—_\s]*(?=\S{2})")
_UNIT_CODE = re.compile(r"^(?:[\[【(（]\d{3,}[\]】)）]|\d{3,}(?=[-—_\s\u4e00-\u9fff]))[-—_\s]*(?=[\u4e00-\u9fff]{2})")
_SEAL_BEFORE = re.compile(r"^[（(](?:加盖)?(?:单位)?(?:公章|盖章|签章)[)）]\s*")
_SAYS_SOMETHING = re.compile(r"[^\W_]")
_SEAL = re.compile(r"\s*[（(](?:加盖)?(?:单位)?(?:公章|盖章|签章)[)）]$")
_BOX = re.compile(r"(?<=\S)\s+[□☐☑■√]")
_ENDS_IN_DIVISION = re.compile(r"[省市县区州旗]\s*$")


def labelled_names(rows: Sequence[Row]) -> Iterator[tuple[str, str, Row, Cell]]:
    """(concept, value, row, cell) for every printed project, unit and department name, last those of who only fills in
    the form; numbered names of several projects name none of the report's."""
    found = sorted(_labelled_names(rows), key=lambda name: _only_fills_in(name[2], name[3]))
    listed = {value for concept, value, row, _ in found if concept == "project_name" and _is_listed(row)}
    for concept, value, row, cell in found:
        is_one_of_several = concept == "project_name" and len(listed) > 1 and _is_listed(row)
        if value and not is_one_of_several:
            yield concept, value, row, cell


def _only_fills_in(row: Row, cell: Cell) -> bool:
    """Whether a name stands in a caption, before the date or the unit of money: 填报单位：某局　填报日期：…."""
    return bool(_CAPTION.search(row.text if row.is_line else cell.text))


def _is_listed(row: Row) -> bool:
    return row.is_line and bool(_LIST_NUMBER.match(row.text))


def _names_in_line(text: str) -> Iterator[tuple[str, str]]:
    """The names behind their labels in a line of labels and what they label: 填报单位：某局 填报日期：…."""
    if len(text) > _LONGEST_LINE_OF_LABELS:
        return
    for part in _NEXT_LABEL.split(_LIST_NUMBER.sub("", text)):
        match = _PARAGRAPH.match(part)
        concept = row_concept(match["label"]) if match else None
        if match and concept in _NAMES:
            yield concept, bare_name(concept, tidy(match["value"]) or "")


def _names_behind_spaces(text: str) -> Iterator[tuple[str, str]]:
    """The names in a line that begins with the label of one, apart from it by spaces: 主管部门 某局 实施单位 某站."""
    words = text.split()
    if len(words) < 2 or row_concept(words[0]) not in _NAMES or len(text) > _LONGEST_LINE_OF_LABELS:
        return
    labels = [at for at, word in enumerate(words) if row_concept(word) in _NAMES]
    for at, end in pairwise([*labels, len(words)]):
        concept = row_concept(words[at]) or ""
        behind = words[at + 1 : end]
        if concept != "project_name":
            behind = list(takewhile(lambda word: not is_label(word), behind))
        name = bare_name(concept, " ".join(behind))
        is_of_letters = max(map(len, behind), default=0) <= _LONGEST_LETTERS
        is_name = (len(behind) == 1 or is_of_letters) and not any(map(is_label, behind))
        if name and (is_name if concept == "project_name" else is_unit(name)):
            yield concept, name


def _labelled_names(rows: Sequence[Row]) -> Iterator[tuple[str, str, Row, Cell]]:
    for position, row in enumerate(rows):
        if row.is_line:
            if "：" in row.text or ":" in row.text:
                rest = _sealed_rest(rows, position)
                yield from ((name, value + rest, row, row.filled[0]) for name, value in _names_in_line(row.text))
            else:
                yield from ((name, value, row, row.filled[0]) for name, value in _names_behind_spaces(row.text))
            continue
        if unit := _unit_beside(row):
            yield "organization_name", bare_name("organization_name", tidy(unit.text) or ""), row, unit
            continue
        if row.labels.isdisjoint(_NAMES) and "：" not in row.text and ":" not in row.text:
            continue
        for cell, following in zip(row.cells, [*row.cells[1:], None], strict=True):
            if ("：" in cell.text or ":" in cell.text) and (names := list(_names_in_line(cell.text))):
                yield from ((name, value, row, cell) for name, value in names)
                continue
            concept = row_concept(cell.text)
            if concept in _NAMES and following is not None and not fold(following.text):
                following = _behind_blanks(row, cell)
            if concept not in _NAMES or following is None:
                continue
            if is_label(following.text):
                continue
            if not heads_list(rows, position):
                yield concept, bare_name(concept, tidy(following.text) or ""), row, following


def _behind_blanks(row: Row, label: Cell) -> Cell | None:
    """The name of a unit behind blanks that a merged label has left."""
    behind = next((cell for cell in row.filled if cell.col > label.col), None)
    return behind if behind is not None and is_unit(behind.text) and not is_label(behind.text) else None


def _unit_beside(row: Row) -> Cell | None:
    """The name of a unit that nothing but 部门 or 单位 stands before in its row."""
    if len(row.filled) != 2 or squeeze(row.filled[0].text) not in _BARE_LABELS:
        return None
    return row.filled[1] if is_unit(row.filled[1].text) else None


def _sealed_rest(rows: Sequence[Row], position: int) -> str:
    """The rest of a unit's name that a line break has cut behind its division: 单位名称：某县 | 人民法院(公章)."""
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is None or not below.is_line or not _ENDS_IN_DIVISION.search(rows[position].text):
        return ""
    sealed = _SEAL.search(below.text)
    rest = squeeze(below.text[: sealed.start()]) if sealed else ""
    return rest if is_unit(rest) and ":" not in fold(rest) else ""


def bare_name(concept: str, name: str) -> str:
    """A name without the code of the budget system before it ([208001]某中心, 51000023R000000019951-工资), its seal,
    the end of its sentence and the boxes of a choice that a converter has put behind it."""
    code = _PROJECT_CODE if concept == "project_name" else _UNIT_CODE
    own = _BOX.split(name, maxsplit=1)[0].rstrip() or name
    bare = without_code(_SEAL.sub("", code.sub("", _SEAL_BEFORE.sub("", own).rstrip("。；;，,"))))
    return bare if _SAYS_SOMETHING.search(bare) else ""


def printed_project(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """The project that a report without one in its title prints in brackets right below it."""
    line = next((row for row in rows if fold(row.text)), None)
    match = _IN_BRACKETS.match(line.text) if line and line.is_line else None
    name = squeeze(match["name"]) if match else ""
    return (name, line) if line and _NAMES_PROJECT.match(name) and not is_generic(name) else None


def printed_unit(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """The unit that a report without one in its title prints below it, alone, in brackets or behind 单位, that it
    says to have evaluated, or that signs above a date."""
    lines = [row for row in rows if row.is_line and fold(row.text)]
    for line in lines[:_LINES_OF_HEAD]:
        if (match := _BEHIND_LABEL.match(line.text)) and is_unit(name := _SEAL.sub("", match["name"])):
            return squeeze(name), line
    if lines and len(squeeze(lines[0].text)) >= _SHORTEST_UNIT and is_unit(lines[0].text):
        return squeeze(lines[0].text), lines[0]
    if lines and (match := _IN_BRACKETS.match(lines[0].text)) and is_unit(match["name"]):
        return squeeze(match["name"]), lines[0]
    for line in lines[:_LINES_OF_HEAD]:
        if (match := _EVALUATED_UNIT.search(line.text)) and is_unit(match["name"]):
            return squeeze(match["name"]), line
    for line, following in pairwise(lines):
        if is_unit(line.text) and _ONLY_A_DATE.match(following.text):
            return squeeze(line.text), line
    return None
