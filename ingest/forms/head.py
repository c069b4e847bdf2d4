"""The head of a report: names, dates, type, grade, goals, labels and their values in tables and lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from ingest.document import Cell
from ingest.forms.goals import Place
from ingest.forms.layout import Row, heads_list
from ingest.lexicon import marks
from ingest.lexicon.dates import days, months
from ingest.lexicon.labels import column_concept, row_concept
from ingest.lexicon.numbers import cell_figure, may_be_several
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
_DATED = re.compile(
    r"填报|填表|签字|签名|盖章|公章|(?:自评|评价|评估|报告|编制|制表|报送|上报|提交|审核|申报)(?:日期|时间)(?![段范区期])|"
    r"(?:^|\s)日期|(?:^|\s)时间\s*[:：]"
)
_TIME_LABEL = re.compile(r"日期|时间|起止|期限|期间|周期|年限|时段|时效")
_LONGEST_TIME_LABEL = 30
_ONLY_A_DATE = re.compile(r"^\s*20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$")
_IN_BRACKETS = re.compile(r"^\s*[（(](?P<name>[^（）()]+)[)）]\s*$")
_NAMES_PROJECT = re.compile(
    r"^(?!不?[含包]|适用|仅|限|除|.*(?:简称|[：:，,。])).{3,60}(?:项目|经费|资金|专项|工程|补助|补贴)$"
)
_BEHIND_LABEL = re.compile(r"^\s*(?:单\s*位|部\s*门)\s*[:：]\s*(?P<name>\S+)")
_LINES_OF_HEAD = 3
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
_PROJECT_CODE = re.compile(r"^(?:[\[【(（][0-9A-Z]{6,}[\]】)）]|\d{6,8}[A-Z]\d{6,}|\d{9,})[-—_\s]*(?=\S{2})")
_UNIT_CODE = re.compile(r"^(?:[\[【(（]\d{3,}[\]】)）]|\d{3,}(?=[-—_\s\u4e00-\u9fff]))[-—_\s]*(?=[\u4e00-\u9fff]{2})")
_SEAL = re.compile(r"\s*[（(](?:加盖)?(?:单位)?(?:公章|盖章|签章)[)）]$")
_BOX = re.compile(r"(?<=\S)\s+[□☐☑■√]")
_ENDS_IN_DIVISION = re.compile(r"[省市县区州旗]\s*$")
_GRADE_LABEL = re.compile(r"等\s*[级次]|结\s*论|评\s*级|档\s*次")
_OPEN_GRADE = re.compile(r"(?:自评|评价|绩效|综合|评定|结果)*(?:等[级次]|评级|档次):[_—…-]*")
_LONGEST_GRADE_LABEL = 20
_OUTER = re.compile(r"情况|组织|评价")
_GRADED = r"(?:等级|等次|级别|评级|档次|(?:评价|自评|评定)结果|评定|结论)\s*(?:评定)?(?:为|是|属于?|[:：])*\s*"
_OPEN, _CLOSE = "[“\"‘'（(【「]?", "[”\"’'）)】」]?"
_PROSE_GRADE = re.compile(
    rf"(?:自评|评价|综合|总)[^。；;]{{0,16}}\d分?\s*[，,（(]\s*(?P<behind>{marks.GRADE_WORDS})(?=[。）)；;]|$)|"
    r"(?:自评|(?<!众)(?<!师生)(?<!家长)(?<!患者)评价|综合|总)(?:(?!达到?|满|于|过|每)[^。；;，,\d≥>＞-]){0,16}\d+(?:\.\d+)?\s*分\s*[，,]\s*"
    rf"(?:自评|评价|评定)?(?:结果)?(?:为|是|属于?|达到?|处于|评为)\s*{_OPEN}(?P<as>{marks.GRADE_WORDS}){_CLOSE}"
    r"(?:等级|等次|级|档次?)?(?=[。）)；;，,]|$)|"
    rf"(?:整体|支出|项目|[局委办厅]|单位)绩效(?:自评|评价)为\s*{_OPEN}(?P<plain>{marks.GRADE_WORDS}){_CLOSE}(?=[。；;，,]|$)|"
    rf"{_GRADED}{_OPEN}(?P<word>{marks.GRADE_WORDS}){_CLOSE}(?:等级|等次|级|档次?)?(?![”\"’'\u4e00-\u9fff])"
)
_SCALE = re.compile(rf"(?:\d+(?:\.\d+)?\s*分[^。\d]{{0,8}}(?:{marks.GRADE_WORDS})[^。\d]*){{2}}")
_COUNTED = re.compile(r"\d\s*[个项]")
_MAY_HOLD_GRADE = re.compile(r"优|良|差|㊝|㊥|合格|一般|中等|中(?![\u4e00-\u9fff])")
_MAY_GIVE_GRADE = re.compile("等级|等次|级别|评级|档次|结果|评定|结论|自评为|评价为")
_DIGIT = re.compile(r"\d")
_GRADES_TO_CHOOSE = re.compile(rf"{_GRADED}(?P<choice>{marks.GRADE_CHOICE})")


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
        name = bare_name(concept, " ".join(behind))
        is_of_letters = max(map(len, behind), default=0) <= _LONGEST_LETTERS
        is_name = (len(behind) == 1 or is_of_letters) and not any(map(_heads, behind))
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
            if concept not in _NAMES or following is None or not fold(following.text):
                continue
            if row_concept(following.text) or column_concept(following.text):
                continue
            if not heads_list(rows, position):
                yield concept, bare_name(concept, tidy(following.text) or ""), row, following


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
    return without_code(_SEAL.sub("", code.sub("", own.rstrip("。；;，,"))))


def total_scores(row: Row) -> Iterator[Cell]:
    """The cells of a row of the head that hold the total score: 自评总分（分） | 93.6, or one cell 自评得分：93.6. Of
    several figures behind it nothing says which is the score."""
    if row.stands_alone or "分" not in row.text:
        return
    for cell, label, value in _labelled(row):
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


def _labelled(row: Row) -> Iterator[tuple[Cell, str, str]]:
    """The cells of a row that hold a label and its value: (cell, 自评等级, 优)."""
    for cell in row.filled if ":" in row.text or "：" in row.text else ():
        label, colon, value = fold(cell.text).partition(":")
        if colon and value and len(label) <= _LONGEST_GRADE_LABEL and not may_be_several(cell.text):
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


def grades(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
    """Every place where a grade is asked for: ((grade, word) or None where nothing is ticked, row, cell)."""
    for row in rows:
        filled = row.filled
        label = None
        if (not row.is_line or len(row.cells) > 1) and _GRADE_LABEL.search(row.text):
            label = next((number for number, cell in enumerate(filled) if _asks_for_grade(cell)), None)
        if label is not None:
            for cell in filled[label + 1 :]:
                if len(fold(cell.text)) <= 30 and marks.asks_for_grade(cell.text):
                    yield marks.grade(cell.text), row, cell
                    break
            else:
                said_beside = list(_grades_in_words(row, filled[label + 1 :]))
                yield from said_beside
                if not said_beside and _is_left_blank(row, label):
                    yield None, row, filled[label]
            continue
        if "等" in row.text and (":" in row.text or "：" in row.text):
            yield from ((None, row, cell) for cell in filled if _OPEN_GRADE.fullmatch(fold(cell.text)))
        if _MAY_HOLD_GRADE.search(row.text):
            said = [cell for cell, label, _ in _labelled(row) if row_concept(label) == "grade"]
            words = filled if row.is_line else [cell for cell in filled if len(cell.text) > 12 or cell in said]
            yield from _grades_in_words(row, words)


def _asks_for_grade(cell: Cell) -> bool:
    return len(cell.text) <= _LONGEST_GRADE_LABEL and row_concept(cell.text) == "grade"


def _is_left_blank(row: Row, position: int) -> bool:
    """Whether nothing but another label stands behind the label of a grade; it heads no column, beside others."""
    label, before = row.filled[position], row.filled[position - 1] if position else None
    behind = next((cell for cell in row.cells if cell.col > label.col), None)
    if not _OPEN_GRADE.fullmatch(f"{fold(label.text).rstrip(':')}:"):
        return False
    if behind is not None and fold(behind.text) and ":" not in fold(behind.text):
        return False
    is_alone = len(row.cells) == 1 and not row.true_grid
    is_heading = before is not None and before.col + before.col_span == label.col and bool(_heads(before.text))
    return (behind is not None or is_alone) and not is_heading


def _heads(text: str) -> bool:
    return cell_figure(text) is None and (column_concept(text) or row_concept(text)) is not None


def _grades_in_words(row: Row, cells: Iterable[Cell]) -> Iterator[tuple[tuple[str, str] | None, Row, Cell]]:
    for cell in cells:
        text = cell.text
        if not _MAY_HOLD_GRADE.search(text) or not (_MAY_GIVE_GRADE.search(text) or _DIGIT.search(text)):
            continue
        choice = _GRADES_TO_CHOOSE.search(cell.text)
        if choice and marks.is_marked(choice["choice"]):
            yield marks.grade(choice["choice"]), row, cell
            continue
        if choice and len(re.findall(marks.GRADE_WORDS, choice["choice"])) > 1:
            continue  # The scale, not the grade.
        match = _PROSE_GRADE.search(cell.text)
        if match and _COUNTED.search(re.split(r"[，,。；;]", cell.text[: match.start()])[-1]):
            continue  # How many projects have it.
        if match and match["as"] and _SCALE.search(cell.text):
            continue  # The scale, or several projects.
        if match and match["plain"] and len(_PROSE_GRADE.findall(cell.text)) > 1:
            continue  # Each of another project.
        word = (match["word"] or match["behind"] or match["as"] or match["plain"]) if match else None
        grade = marks.grade_of(word) if word else None
        if word and grade:
            yield (grade, word), row, cell


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


def printed_project(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """The project that a report without one in its title prints in brackets right below it."""
    line = next((row for row in rows if fold(row.text)), None)
    match = _IN_BRACKETS.match(line.text) if line and line.is_line else None
    name = squeeze(match["name"]) if match else ""
    return (name, line) if line and _NAMES_PROJECT.match(name) and not is_generic(name) else None


def printed_unit(rows: Sequence[Row]) -> tuple[str, Row] | None:
    """The unit that a report without one in its title prints below it, in brackets or behind 单位, or signs with above
    a date."""
    lines = [row for row in rows if row.is_line and fold(row.text)]
    for line in lines[:_LINES_OF_HEAD]:
        if (match := _BEHIND_LABEL.match(line.text)) and is_unit(match["name"]):
            return squeeze(match["name"]), line
    if lines and (match := _IN_BRACKETS.match(lines[0].text)) and is_unit(match["name"]):
        return squeeze(match["name"]), lines[0]
    for line, following in pairwise(lines):
        if is_unit(line.text) and _ONLY_A_DATE.match(following.text):
            return squeeze(line.text), line
    return None


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
