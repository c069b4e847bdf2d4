"""Who evaluated: the unit itself, its department or the finance bureau, as titles, lines and labels print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.forms.layout import Row
from ingest.lexicon import marks
from ingest.lexicon.text import fold, squeeze

_OWN_WORDS = re.compile(r"自评|我单位|本单位|我局|我委|我办|我街道|我镇|我乡")
_COMMISSIONED = re.compile(
    r"受[^，。]{0,15}财政[局厅](?:的)?委托|财政重点(?:绩效)?评价[^。]{0,40}[，,]受[^。]{0,30}委托|(?:评价(?:机构|主体|单位)|委托(?:方|单位|机构|部门))\s*[:：][^，。]{0,15}财政[局厅]"
)
_IN_TITLE = re.compile(r"单位自评|部门评价|财政(?:重点)?评价|自评|自我评价")
_KINDS = r"(?:项目)?单位自评|部门(?:绩效)?评价|财政(?:重点)?(?:绩效)?评价"
_LINE = re.compile(rf"^[(\[【《]?(?P<kind>{_KINDS})[)\]】》]?$")
_LABEL = re.compile(r"(?:^|\s)(?:绩效)?评价(?:类型|类别|方式|形式|性质|种类)\s*[:：]?")
_LONGEST = 80


def printed_kind(titles: Iterable[str], rows: Iterable[Row]) -> str | None:
    """The kind that a title names; else a line that is nothing but its name, or what stands or is ticked behind
    评价类型."""
    in_titles = (match.group() for title in titles if (match := _IN_TITLE.search(squeeze(title))))
    return next(in_titles, None) or next(_told(rows), None)


def _told(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if len(row.text) > _LONGEST or "评" not in row.text:
            continue
        line = _LINE.match(fold(row.text)) if row.is_line else None
        if line:
            yield line["kind"]
        elif label := _LABEL.search(row.text):
            answer = row.text[label.end() :]
            chosen = marks.ticked(answer, _KINDS) if marks.is_marked(answer) else re.findall(_KINDS, answer)
            yield from chosen if len(chosen) == 1 else ()


def evaluation_kind(printed: str | None, rows: Sequence[Row]) -> str:
    """self, department or fiscal. A 部门评价 whose report speaks of the unit in its own words was filled in by the unit
    itself; so was what nobody says anything of, unless the bureau had it done."""
    if printed and printed.startswith("财政"):
        return "fiscal"
    if printed is None and any("财政" in row.text and _COMMISSIONED.search(row.text) for row in rows):
        return "fiscal"
    if printed and printed.startswith("部门") and not any(_is_of_unit(row) for row in rows):
        return "department"
    return "self"


def _is_of_unit(row: Row) -> bool:
    return bool(_OWN_WORDS.search(row.text)) and not _LABEL.search(row.text)
