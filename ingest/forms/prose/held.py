"""What funding lines already hold when another figure comes to them: of the same thing, or of another."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.forms.funds.statement import BUDGETS, Statement
from ingest.forms.prose.givers import is_of_another, names_giver
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.new_lines import new_line
from ingest.lexicon.labels import RATE_MEASURES
from ingest.records import FundingLine

_ROUNDED_SHARE = 100
"""The part of an amount that rounding it may change is less than one in so many."""


def is_part_of_another(
    part: Mention, lines: Mapping[int, FundingLine | None], cells: Mapping[tuple[int, str | None], Mention]
) -> bool:
    """Whether an amount breaks down another whole than the one that its line holds: the second of 下达资金50万元，
    其中中央30万元。又下达资金20万元，其中中央10万元."""
    whole = part.broken_down
    while whole is not None:
        line = lines.get(id(whole))
        held = cells.get((line.line_no, whole.measure), whole) if line else whole
        if whole.doubt or held.figure.in_wan != whole.figure.in_wan:
            return True
        whole = whole.broken_down
    return False


def is_of_another_amount(
    rate: Mention, line: FundingLine | None, cells: Mapping[tuple[int, str | None], Mention]
) -> bool:
    """Whether a rate stands behind another amount than its line holds, rounded or not, or behind one of no line: 支出90
    万元。培训费支出10万元，执行率50%."""
    anchor = rate.anchor if rate.measure in RATE_MEASURES else None
    if anchor is not None and line is not None and anchor.measure in BUDGETS and "拨付" not in anchor.about:
        budgets = [held for measure in BUDGETS if (held := cells.get((line.line_no, measure)))]
        return all(abs(held.wan - anchor.wan) * _ROUNDED_SHARE > held.wan for held in budgets) and bool(budgets)
    if anchor is None or not (anchor.measure in {"executed", "funds_received"} or anchor.is_of_giver):
        return False
    held = cells.get((line.line_no, anchor.measure)) if line else None
    if held is None:
        return line is None
    return abs(held.wan - anchor.wan) * _ROUNDED_SHARE > held.wan


def beside_held(
    statement: Statement, part: Mention, line: FundingLine, cells: Mapping[tuple[int, str | None], Mention]
) -> FundingLine:
    """A line beside the one of a part's giver, where that holds another part of the same whole: of 50万元 what a
    giver gave first, 40万元, and later, 10万元."""
    held = cells.get((line.line_no, part.measure))
    is_another = held is not None and held.broken_down is part.broken_down and held.wan != part.wan
    if part.broken_down is None or part.item is None or held is None or not is_another or held.item == part.item:
        return line
    return new_line(statement, part, part.item, line.parent_line_no)


def is_beside_spending(given: Mention, line: FundingLine, cells: Mapping[tuple[int, str | None], Mention]) -> bool:
    """Whether a giver's money stands beside a line that only holds what was spent of another's."""
    has_budget = any((line.line_no, measure) in cells for measure in BUDGETS)
    is_of_another_giver = names_giver(line.line_label) and is_of_another(given, line.line_label)
    return given.is_of_giver and given.measure in BUDGETS and is_of_another_giver and not has_budget
