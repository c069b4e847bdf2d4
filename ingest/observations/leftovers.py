# ruff: noqa: E501  (a vocabulary is read by the line)
"""Prompts and placeholders of the template in places that are meant to be filled: 可根据项目实际情况…, ....., XX单位.

What a form prints for everybody (headings, labels, footnotes, the explanation and criteria of its indicators) is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Cell
from ingest.forms.layout import Row
from ingest.forms.reading import Reading
from ingest.lexicon.labels import column_concept, row_concept
from ingest.lexicon.prompts import asks_for_words
from ingest.lexicon.text import fold, tidy
from ingest.lexicon.titles import SECTION, SUBSECTION
from ingest.observations.records import Leftover
from ingest.observations.sentences import MAY_BEGIN_NOTE, is_note

_LONGEST_PROMPT = 60
_LONGEST_HEADING = 40
_LONGEST_LABEL = 15
_SHOWN = 20

# fmt: off
_DO = "修改|填写|填报|填列|调整|细化|设置|补充|选择|描述|量化|完善|编写|撰写|说明"
_MAY_HOLD_ONE = re.compile(
    r"\.[.·…]|·[.·…]|…[.·…]|X[XxＸ×]|x[XxＸ×]|Ｘ[XxＸ×]|×[XxＸ×]|_[_＿]|＿[_＿]|指标\s*\d|某某|请|填|简|详细|概述|实际|情况|字[)）以之]|此处|在此|点击|单击|待|示例|样例|范例|修改|删除"
)
_MAY_MATTER = re.compile(f"{_MAY_HOLD_ONE.pattern}|{MAY_BEGIN_NOTE.pattern}")
_PROMPT = re.compile(
    rf"^(?:请|可|需要?|应)(?:各?(?:单位|部门|项目单位))?(?:自行)?(?:根据|结合|按照|参照|依据)[^。；]{{0,40}}(?:{_DO})"
    rf"|^(?:各?(?:单位|部门))?(?:根据|结合)[^。；]{{0,20}}(?:实际)?情况[^。；]{{0,12}}(?:{_DO})$"
    r"|^请(?:在此|在这里|填写|填报|输入|简要|简述|注明|列出|选择|逐[项条]|具体|详细|说明|描述|补充)"
    r"|^(?:在此|此处)处?(?:填写|填入|输入|说明|插入|描述)"
    r"|^(?:填写|填列|简述|概述|简要(?:说明|描述|介绍|概述)|详细(?:说明|描述))(?!人|单位|部门|日期|时间|说明)[^，。；：:]{1,40}$"
    r"|^(?:单击|点击)(?:或点击)?此处|^待(?:填写?|补充?|定|完善)$|^(?:示例|样例|范例)(?:[:：]|$)"
)
_OF_A_DRAFT = re.compile(r"进行修改|自行修改|待填|待补|此处(?:填|插|输)|删除(?:本|此|该)")
_BRACKETED = re.compile(r"[（(【\[](?P<inner>[^（）()【】\[\]]{2,60})[)）\]】]")
_CLAUSE_END = re.compile(r"[，,；;。：:\n]")
_DOTS = re.compile(r"^[.·…]{2,}$")
_NUMBERED_NAME = re.compile(r"^指标\d{1,2}[:：]?(?:[.…xX×]+)?$")
_MASKED = re.compile(
    r"[XxＸ×某](?<![A-Za-z0-9XxＸ×].)(?:(?<=某)某|(?<!某)[XxＸ×]+)(?=单位|部门|项目|资金|经费|专项|局|厅|委|办|处|院|校|公司|省|市|州|县|区|镇|乡|街道|社区|村|年|月|日|万元|元|个|人|次|件|项|户|分|公里|号|文件|[%％])"
)
_BLANK_IN_SENTENCE = re.compile(r"[\u4e00-\u9fff][_＿]{2,}[ \u3000]*(?:万元|元|%|％|分|个|项|人|家|户|次|件)")
# fmt: on


def leftovers(report_no: int, reading: Reading) -> list[Leftover]:
    """All prompts and placeholders that were left in a report."""
    printed = _of_the_form(reading)
    found: list[Leftover] = []
    in_note = False
    for row in [*(row for part in reading.draft.parts for row in part.title_rows), *reading.rows]:
        if not (in_note or _MAY_MATTER.search(row.text)):
            continue
        for cell in row.filled:
            in_note = is_note(cell.text, in_note)
            if in_note or not _MAY_HOLD_ONE.search(cell.text) or (row.block_no, row.row_no, cell.col) in printed:
                continue
            for kind, text in _left_in(row, cell):
                found.append(Leftover(report_no, len(found) + 1, kind, text, row.evidence(cell)))
    return found


def _of_the_form(reading: Reading) -> set[tuple[int, int | None, int]]:
    """The cells of indicator tables that the form prints: its headings, explanations and criteria."""
    printed: set[tuple[int, int | None, int]] = set()
    for table in reading.indicators:
        heading = table.columns.heading
        printed |= {(heading.block_no, heading.row_no, cell.col) for cell in heading.cells}
        own = [col for col, concept in table.columns.concepts.items() if concept in {"explanation", "criteria"}]
        printed |= {(line.row.block_no, line.row.row_no, col) for line in table.rows for col in own}
    return printed


def _left_in(row: Row, cell: Cell) -> Iterator[tuple[str, str]]:
    text = fold(cell.text)
    if _DOTS.match(text) or _NUMBERED_NAME.match(text):
        yield "placeholder", tidy(cell.text) or text
        return
    masked = _MASKED.search(cell.text)
    if masked:
        yield "placeholder", _around(cell.text, masked)
    blank = _BLANK_IN_SENTENCE.search(cell.text) if "_" in cell.text or "＿" in cell.text else None
    if blank:
        yield "placeholder", _around(cell.text, blank)
    bare = text.strip('（()）【】[]“”"。')
    is_prompt = (len(bare) <= _LONGEST_PROMPT and _PROMPT.match(bare)) or asks_for_words(text)
    if is_prompt and not _is_label(cell):
        yield "prompt", tidy(cell.text) or text
        return
    brackets = list(_BRACKETED.finditer(cell.text))
    pattern = _OF_A_DRAFT if brackets and _is_heading(row, cell) else _PROMPT
    for match in brackets:
        inner = fold(match["inner"])
        if pattern.search(inner) or (_OF_A_DRAFT.search(inner) and pattern is _PROMPT and len(inner) > 8):
            yield "prompt", tidy(match.group()) or ""


def _is_heading(row: Row, cell: Cell) -> bool:
    """Whether a text heads a section or is a label of the form, so that a prompt in it is the form's own."""
    outside = fold(_BRACKETED.sub("", cell.text))
    if row.is_line or len(row.filled) == 1:
        heading = SECTION.match(cell.text) or SUBSECTION.match(cell.text)
        return bool(heading) and len(outside) <= _LONGEST_HEADING
    return _is_label(cell) or len(outside) <= _LONGEST_LABEL


def _is_label(cell: Cell) -> bool:
    return row_concept(cell.text) is not None or column_concept(cell.text) is not None


def _around(text: str, match: re.Match[str]) -> str:
    """The clause in which a placeholder stands."""
    before = _CLAUSE_END.split(text[: match.start()])[-1][-_SHOWN:]
    behind = _CLAUSE_END.split(text[match.end() :])[0][:_SHOWN]
    return tidy(f"{before}{match.group()}{behind}") or ""
