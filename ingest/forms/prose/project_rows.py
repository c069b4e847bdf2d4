"""Projects that stand in a row or in numbered paragraphs, where their words alone do not name their money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.projects import NEAR, SURE_END
from ingest.lexicon.text import squeeze


def name_in_row(found: Sequence[Mention]) -> None:
    """甲项目预算100万元，支出90万元；乙项目80万元: an amount behind nothing but the name of another project is what the
    first amount of the one before it is."""
    first: Mention | None = None
    for mention in found:
        if mention.subject is None or mention.carried is not None:
            continue
        is_bare = mention.is_unnamed and squeeze(mention.about) == mention.subject
        is_other = first is not None and first.subject != mention.subject and mention.broken_down is None
        if first is not None and is_bare and is_other and SURE_END.search(mention.subject):
            mention.measure, mention.is_unnamed = first.measure, False
        elif mention.measure in BUDGETS and mention.broken_down is None:
            first = mention


def name_by_number(found: Sequence[Mention]) -> None:
    """Numbered paragraphs that each state a score and a budget of their own are of a project each, whatever its name:
    1.教师培训。自评得分96分。预算20万元."""
    scored = {mention.numbered for mention in found if mention.measure == "total_score" and mention.numbered}
    budgets: dict[str | None, Decimal | None] = {}
    for mention in found if len(scored) > 1 else []:
        if mention.numbered in scored and mention.measure in BUDGETS and mention.broken_down is None:
            budgets.setdefault(mention.numbered, mention.figure.in_wan)
    if len(set(budgets.values())) < 2:
        return
    for mention in found:
        if mention.numbered in budgets and (mention.subject is None or mention.carried not in NEAR):
            mention.subject, mention.carried = mention.numbered, "within"
