"""Projects that stand in a row or in numbered paragraphs, where their words alone do not name their money."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal

from ingest.forms.funds.statement import BUDGETS
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.projects import NEAR, SURE_END
from ingest.lexicon.text import squeeze

_SUM_OF_PROJECTS = re.compile("[两二三四五六七八九十]个项目(?:资金)?[共合总]计(?:资金)?$")


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


def name_sum(found: Sequence[Mention]) -> None:
    """甲项目预算10万元；乙项目预算12万元。两个项目合计22万元: what no word names and the budgets of the projects before
    it come to is what they were given in all."""
    given: list[Mention] = []
    for mention in found:
        if mention.is_unnamed and _SUM_OF_PROJECTS.search(mention.about):
            is_sum = len(given) > 1 and sum(other.wan for other in given) == mention.wan
            mention.measure = "appropriated" if is_sum else mention.measure
            mention.subject = mention.carried = None
        elif mention.measure in BUDGETS and mention.subject and mention.broken_down is None:
            given.append(mention)


def name_by_number(found: Sequence[Mention]) -> None:
    """Numbered paragraphs that each state a score and a budget of their own are of a project each, whatever its name:
    1.教师培训。自评得分96分。预算20万元. So are those whose budgets come to one that is stated before them."""
    if summed := _sum_up_to_one_before(found):
        _name(found, summed)
        return
    scored = {mention.numbered for mention in found if mention.measure == "total_score" and mention.numbered}
    budgets: dict[str | None, Decimal | None] = {}
    for mention in found if len(scored) > 1 else []:
        if mention.numbered in scored and mention.measure in BUDGETS and mention.broken_down is None:
            budgets.setdefault(mention.numbered, mention.figure.in_wan)
    if len(set(budgets.values())) < 2:
        return
    _name(found, budgets)


def _sum_up_to_one_before(found: Sequence[Mention]) -> dict[str | None, Decimal | None]:
    """The budgets of numbered paragraphs, each the only one of its number, that come to a budget stated before them."""
    own = [mention for mention in found if mention.measure in BUDGETS and mention.broken_down is None]
    budgets: dict[str | None, Decimal | None] = {}
    for mention in own:
        if mention.numbered is not None and mention.category is None:
            budgets[mention.numbered] = None if mention.numbered in budgets else mention.wan
    first = next((position for position, mention in enumerate(own) if mention.numbered in budgets), 0)
    wholes = {mention.wan for mention in own[:first]}
    is_sum = len(budgets) > 1 and None not in budgets.values() and sum(filter(None, budgets.values())) in wholes
    return budgets if is_sum else {}


def _name(found: Sequence[Mention], numbered: Container[str | None]) -> None:
    for mention in found:
        if mention.numbered in numbered and (mention.subject is None or mention.carried not in NEAR):
            mention.subject, mention.carried = mention.numbered, "within"
