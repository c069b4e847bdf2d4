"""Budgets of something else than the whole (政府采购预算30万元): what stands behind them is spent of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.forms.mention import Mention
from ingest.forms.statement import BUDGETS
from ingest.lexicon import phrases
from ingest.lexicon.labels import RATE_MEASURES


def set_apart(found: Sequence[Mention]) -> None:
    """Take the spending behind another budget from the whole; where it may be of either it is told. `found`: the
    figures of one paragraph."""
    budget: Mention | None = None
    spent: Mention | None = None
    is_open = False
    before: Mention | None = None
    for mention in found:
        if before is not None and mention.figure.start < before.figure.start:
            is_open = budget is not None
        before = mention
        if mention.measure == "other_amount" and phrases.is_of_other_budget(mention.about):
            budget, spent = mention, None
        elif (
            mention.measure in RATE_MEASURES
            and budget is not None
            and (mention.anchor is None or mention.anchor is spent)
        ):
            _take(mention, "other_rate", spent.doubt if spent else None)
        elif mention.broken_down is not None or mention.category is not None:
            continue
        elif mention.measure in BUDGETS:
            budget, is_open = None, True
        elif mention.measure == "executed":
            if budget is None or phrases.without_measures(mention.about):
                budget, is_open = None, False
                continue
            is_within = (mention.figure.in_wan or 0) <= (budget.figure.in_wan or 0)
            if is_open and not is_within:
                budget, is_open = None, False
                continue
            spent = mention
            is_told = is_open == is_within
            for own in (mention, *_parts(mention, found)):
                _take(own, "other_amount", "part" if is_told else None)


def _parts(whole: Mention, found: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in found if mention.broken_down is whole]


def _take(mention: Mention, measure: str, doubt: str | None) -> None:
    """Make a figure one of something else, or leave it what it is where that cannot be told."""
    mention.measure, mention.doubt = mention.measure if doubt else measure, doubt
    mention.anchor = mention.broken_down = mention.item = None
