"""Lines that prose may speak of again: by their label, and what they break down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.forms.funds.statement import Statement
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.text import squeeze
from ingest.records import FundingLine


def line_above(statement: Statement, line: FundingLine) -> FundingLine | None:
    """The line that a line breaks down."""
    return next((other for other in statement.lines if other.line_no == line.parent_line_no), None)


def of_label(lines: Iterable[FundingLine], item: str, parent: FundingLine | None) -> FundingLine | None:
    """The first line that has this label, or under the same parent names the same giver (省级财政资金 and 省级)."""
    label, level = squeeze(item), funding_label(item).level if parent is not None else None
    for line in lines:
        of_giver = level is not None and level == line.fund_level
        if bare(line.line_label) == label or (of_giver and parent and line.parent_line_no == parent.line_no):
            return line
    return None


@lru_cache(maxsize=1024)
def bare(label: str) -> str:
    return re.sub(r"^其中[:：]?", "", squeeze(label))


def is_of_other_category(statement: Statement, line: FundingLine, parent: FundingLine | None) -> bool:
    """Whether a line that prose made breaks down 基本支出, and `parent` is 项目支出."""
    if parent is None or not parent.expenditure_category or line.origin != "narrative":
        return False
    above = line_above(statement, line)
    return above is not None and above is not parent and above.expenditure_category is not None


def is_of_sibling(statement: Statement, line: FundingLine, parent: FundingLine | None) -> bool:
    """Whether a line breaks down another part of the whole that `parent` is a part of: 彩票公益金 of what 中央 gave and
    of what 省 gave."""
    if parent is None or parent.parent_line_no is None or line.parent_line_no in {None, parent.line_no}:
        return False
    above = line_above(statement, line)
    return above is not None and above.parent_line_no == parent.parent_line_no
