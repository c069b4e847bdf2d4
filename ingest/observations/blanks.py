# ruff: noqa: E501  (a vocabulary is read by the line)
"""Labels without a value: who is in charge, telephone, date, signature. Only the label is kept, never a name or number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.lexicon.text import fold, squeeze
from ingest.observations.records import BlankField

# fmt: off
_PERSON = "项目负责人|单位负责人|部门负责人|财务负责人|评价部门负责人|主要负责人|分管领导|负责人|项目联系人|联系人|填报人|填表人|经办人|审核人|审批人|评价组组长|评价组长"
_PHONE = "联系人?电话|联系方式|电话号码|电话|手机(?:号码?)?"
_DATE = "(?:填报|填表|报送|评价|自评|上报)(?:日期|时间)|日期"
_SIGN = "(?:签字|签名|签章|盖章|公章)"
_IN_BRACKETS = rf"[（(](?:[^（）()]{{0,4}}{_SIGN}[^（）()]{{0,6}})[)）]"
_LABEL = re.compile(
    rf"(?P<signature>(?:{_PERSON}|[\u4e00-\u9fff]{{2,8}}){_IN_BRACKETS})"
    rf"|(?P<person>{_PERSON})|(?P<phone>{_PHONE})|(?P<date>{_DATE})|(?P<sign>{_SIGN})"
)
_MAY_HOLD_ONE = re.compile(r"负责人|联系|填[报表]|经办|审[核批]|组长|领导|签|章|电话|手机|日期|时间|年[\s_＿]+月")
_NOTHING = re.compile(r"^[\s_＿\-—/\\.。、,，;；|]*$")
_COLON, _DIGIT = re.compile(r"\s*[:：]"), re.compile(r"\d")
_DATE_LEFT_OUT = re.compile(r"年[\s_＿]+月")
_DATE_TEMPLATE = re.compile(r"(?:^|[^\d\s_＿])(?P<blank>[\s_＿]*年[\s_＿]+月[\s_＿]+日)")
_NAME_OF = {"年月日": "日期"}
_ANY_DATE = re.compile(r"20\d\d|年[\s_＿]*月[\s_＿]*日")
# fmt: on


def blank_fields(report_no: int, rows: Sequence[Row]) -> list[BlankField]:
    """Every such label of a report's forms and signature lines that has no value."""
    found: list[BlankField] = []
    for field, label, row, cell in [*_in_rows(rows), *_in_rosters(rows)]:
        evidence = row.evidence(cell, label.strip())
        found.append(
            BlankField(report_no, len(found) + 1, field, _NAME_OF.get(squeeze(label), squeeze(label)), evidence)
        )
    return found


def _in_rows(rows: Sequence[Row]) -> Iterator[tuple[str, str, Row, Cell]]:
    for position, row in enumerate(rows):
        if not _MAY_HOLD_ONE.search(row.text):
            continue
        following = rows[position + 1] if position + 1 < len(rows) else None
        for place, cell in enumerate(row.cells):
            beside = row.cells[place + 1] if place + 1 < len(row.cells) else None
            whole = _LABEL.fullmatch(fold(cell.text).rstrip(":：")) if fold(cell.text) else None
            if whole and row.row_no is not None:
                if _is_blank_beside(cell, beside, following, _field(whole)):
                    yield _field(whole), cell.text.strip().rstrip(":："), row, cell
                continue
            for line in cell.text.splitlines():
                yield from (
                    (*blank, row, cell) for blank in _in_line(line, beside, following if row.row_no is None else None)
                )


def _field(match: re.Match[str]) -> str:
    return {"sign": "signature"}.get(match.lastgroup or "", match.lastgroup or "")


def _is_blank_beside(cell: Cell, beside: Cell | None, following: Row | None, field: str) -> bool:
    """Whether the cell beside a label holds no value of its kind: nothing, another label, or a date for a name. Where
    no cell stands beside it, the value may stand alone in the next row."""
    if beside is None:
        below = following.filled if following is not None and following.row_no is not None else []
        is_alone = len(below) == 1 and not _LABEL.match(fold(below[0].text))
        return cell.text.rstrip().endswith((":", "：")) and not is_alone
    value = fold(beside.text).rstrip(":：")
    if _NOTHING.match(value):
        return True
    if _LABEL.fullmatch(value):
        return not _heads_a_column(cell, following)
    return field == "signature" and bool(_ANY_DATE.search(value)) and len(value) <= 12


def _heads_a_column(cell: Cell, following: Row | None) -> bool:
    """Whether a label beside another label is the heading of a column: a value stands below it."""
    below = [other for other in following.filled if other.col == cell.col] if following and following.row_no else []
    return bool(below) and not _LABEL.match(fold(below[0].text))


def _in_line(line: str, beside: Cell | None, following: Row | None) -> Iterator[tuple[str, str]]:
    """The blank labels of a line: 填报人：      联系电话：      年   月   日."""
    has_colon = ":" in line or "：" in line
    labels = [match for match in _LABEL.finditer(line) if _COLON.match(line, match.end())] if has_colon else []
    has_date = False
    for label, after in zip(labels, [*labels[1:], None], strict=False):
        value = line[label.end() : after.start() if after else len(line)].strip().lstrip(":：")
        template = _DATE_TEMPLATE.search(value) if not _DIGIT.search(value) else None
        rest = value.replace(template["blank"], "") if template else value
        if not _NOTHING.match(rest):
            continue
        if after is None and not template and _stands_next(beside, following, _field(label)):
            continue
        has_date = has_date or _field(label) == "date"
        yield _field(label), label.group()
    if has_date or not _DATE_LEFT_OUT.search(line) or _DIGIT.search(line):
        return
    for template in _DATE_TEMPLATE.finditer(line):
        yield "date", template["blank"]


def _stands_next(beside: Cell | None, following: Row | None, field: str) -> bool:
    """Whether the value of a line's last label stands in the next cell, or alone on the next line."""
    if beside is not None:
        value = fold(beside.text)
        return bool(value) and not (field == "signature" and _ANY_DATE.search(value))
    return (
        following is not None
        and following.row_no is None
        and 0 < len(fold(following.text)) <= 12
        and not re.search(r"[:：、]", following.text)
    )


def _in_rosters(rows: Sequence[Row]) -> Iterator[tuple[str, str, Row, Cell]]:
    """Tables of those who evaluated (姓名 | 职务 | 单位 | 签字) in which nobody is named, or nobody has signed."""
    for position, row in enumerate(rows):
        if row.row_no is None or "姓" not in row.text:
            continue
        columns = {fold(cell.text): cell for cell in row.filled}
        if "姓名" not in columns or not {"签字", "签名"} & columns.keys():
            continue
        below = _below(rows, position, len(row.cells))
        if not below:
            continue
        for field, name in (("person", "姓名"), ("signature", "签字"), ("signature", "签名")):
            heading = columns.get(name)
            if heading is None:
                continue
            values = [cell for line in below for cell in line.cells if cell.col == heading.col and fold(cell.text)]
            if not values:
                yield field, name, row, heading


def _below(rows: Sequence[Row], position: int, width: int) -> list[Row]:
    """The rows of a table below its heading, up to the first that is made otherwise."""
    below: list[Row] = []
    for row in rows[position + 1 :]:
        if row.row_no is None or row.block_no != rows[position].block_no:
            break
        if len(row.cells) < width or _LABEL.search(row.text):
            break
        below.append(row)
    return below
