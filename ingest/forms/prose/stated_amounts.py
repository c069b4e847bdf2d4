"""Figures of prose as amounts of a report, and those that differ from what another sentence said of the total."""

from __future__ import annotations

from decimal import Decimal

from ingest.forms.funds.statement import Statement, in_wan
from ingest.forms.prose.mention import Mention
from ingest.lexicon.numbers import PER_WAN
from ingest.lexicon.phrases.facts import is_approximate, is_explicit, says_own_year
from ingest.lexicon.phrases.points import level1_section
from ingest.records import Amount, FundingLine

_SHOWN_WORDS = 20


def add_amount(statement: Statement, mention: Mention, measure: str, line: FundingLine | None) -> None:
    """Put a figure among the amounts of a report, as the cell of a line that only prose states, or a repetition."""
    taken = line is not None and (line.line_no, measure) in statement.cells
    own = line is not None and line.origin == "narrative" and not taken
    figure = mention.figure
    section = level1_section(mention.about) if measure in ("section_weight", "section_score") else None
    statement.add(
        Amount(
            report_no=statement.report_no,
            amount_no=0,
            line_no=line.line_no if line else None,
            is_line_cell=own,
            about=mention.about or mention.evidence.quote[:_SHOWN_WORDS],
            measure=measure,
            value_text=figure.value_text,
            unit_text=figure.unit_text,
            number=figure.number,
            unit=figure.unit or "points",
            unit_source="printed",
            decimals=figure.decimals,
            year=mention.year,
            origin="narrative",
            evidence=mention.evidence,
            is_explicit=_is_explicit(mention, measure),
            is_approximate=is_approximate(mention.about),
            section=section,
            section_level=1 if section else None,
        )
    )
    if taken and line is not None and line.origin == "narrative" and (line.is_headline or mention.project):
        _doubt_several(statement, mention, line)


def _is_explicit(mention: Mention, measure: str) -> bool:
    """Whether the words of a figure, or those of the amount before it in its sentence, leave no doubt about its measure
    and year: 全年预算250万元，实际支出213万元; a part is what its whole is."""
    before = mention.anchor
    has_year = mention.year is not None or (
        before is not None and (before.year is not None or says_own_year(before.about))
    )
    whole = mention.broken_down
    is_part = whole is not None and whole.measure == measure and _is_explicit(whole, measure)
    return is_part or is_explicit(measure, mention.about, has_year)


def _doubt_several(statement: Statement, mention: Mention, line: FundingLine) -> None:
    """Two different budgets of one report in prose, or two sums spent: which is the report's total cannot be told."""
    amount = statement.amounts[-1]
    value = in_wan(amount)
    first = statement.cells[line.line_no, amount.measure]
    known = in_wan(first)
    if value is None or known is None or amount.is_approximate or first.is_approximate:
        return
    if abs(value - known) > max(_half_of_last_digit(amount), _half_of_last_digit(first)):
        statement.several.append(mention)


def _half_of_last_digit(amount: Amount) -> Decimal:
    """How far, in 万元, an amount may be off for being rounded; a whole number of 元 or 万元 is exact."""
    exact = amount.decimals == 0 and amount.unit != "yi"
    return Decimal(0) if exact else Decimal(5).scaleb(-amount.decimals - 1) * PER_WAN.get(amount.unit, Decimal(0))
