"""Budgets of something else than the whole (政府采购预算30万元): what stands behind them is spent of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import is_of_other_budget, without_measures


def set_apart(found: Sequence[Mention]) -> None:
    """Take the spending behind another budget from the whole, or name that budget its rival where it may be of either.
    `found`: the figures of one paragraph."""
    budget: Mention | None = None
    spent: Mention | None = None
    is_open = False
    before: Mention | None = None
    for mention in found:
        if before is not None and mention.figure.start < before.figure.start:
            is_open = budget is not None
        before = mention
        if mention.measure == "other_amount" and is_of_other_budget(mention.about):
            budget, spent = mention, None
        elif mention.measure in RATE_MEASURES:
            if budget is not None and (mention.anchor is None or mention.anchor is spent):
                mention.measure = "other_rate"
        elif mention.broken_down is not None or mention.category is not None:
            continue
        elif mention.measure in BUDGETS:
            budget, is_open = None, True
        elif mention.measure == "executed":
            is_within = budget is not None and mention.wan <= budget.wan
            is_named = bool(without_measures(mention.about))
            if budget is None or is_named or (is_open and not is_within):
                budget, is_open = None, False
            elif is_open == is_within:
                mention.rival, budget = budget, None
            else:
                spent = mention
                for own in (mention, *(part for part in found if part.broken_down is mention)):
                    own.measure, own.broken_down, own.item = "other_amount", None, None
