"""Income beside spending: the lines of a table that say what a unit took in and not what it spent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ingest.forms.funds.lines import Line
from ingest.lexicon.text import fold

_WHOLE = re.compile(
    r"^(?:[一二三四五六七八九十\d]+[、.．])?(?:本年|全年|年度|部门|单位)*总?收入(?:预算|决算)?(?:合计|总计|总额|小计)?[:：]?$"
)
_OVER_LINES = re.compile(
    r"^(?:预算|本年|全年|年度|部门|单位)*收入(?:情况|项目|来源|类别|科目|预算|明细)?(?:\(.*\))?[:：]?$"
)


def income_lines(lines: Sequence[Line], over: Iterable[str]) -> tuple[list[Line], list[Line]]:
    """The lines of spending and those of income. Lines without a word of spending are income where one of them is all
    income (收入合计), or where the words `over` them say so."""
    is_headed = any(_OVER_LINES.match(fold(words)) for words in over)
    spending: list[Line] = []
    income: list[Line] = []
    for is_spending, run in groupby(lines, _is_spending):
        own = list(run)
        is_income = not is_spending and (is_headed or any(map(_is_whole, own)))
        (income if is_income else spending).extend(own)
        is_headed = is_headed and not is_spending
    for line in spending:
        if line.parent in income:
            line.parent = None
    return spending, income


def _is_spending(line: Line) -> bool:
    return "支出" in line.label or line.kind.kind == "category"


def _is_whole(line: Line) -> bool:
    return any(_WHOLE.match(fold(word)) for word in line.label.split())
