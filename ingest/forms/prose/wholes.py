"""Amounts of the whole that no word calls so: what their parts say they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.forms.funds.statement import BUDGETS, Statement, in_wan
from ingest.forms.prose.mention import Mention
from ingest.forms.prose.projects import is_own_name
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.phrases.money import part_measure

MAY_BE_WHOLE = re.compile(
    r"^(?:(?:项目|合|总)?[共计]+(?:为)?)?$|(?:资金|经费)(?:投入|筹[集措]|全年|总[额计数量]|[合共]计?|达到?|为|约)*$"
)

_DRAFTED = re.compile("预算编[制报]|编[制报](?:的)?(?:项目|年度|部门)?预算")
_APPROVED = re.compile("批复|批准|核定|核准|审定")
_CONTAINS = re.compile(r"(?:资金|预算|经费|投入)(?:包括|包含)(?!.*(?:[）)]|[共合总]计?$))")


def known_budgets(statement: Statement, prose: Sequence[Mention], year: int | None) -> set[Decimal]:
    """The amounts, in 万元, that tables and prose state as a whole that was budgeted, given or received."""
    plain = (mention for mention in prose if mention.broken_down is None and mention.project is None)
    of_year = (mention for mention in plain if mention.year in {None, year})
    stated = {mention.wan for mention in of_year if mention.measure in BUDGETS}
    headline = statement.headline.line_no if statement.headline else None
    printed = (amount for amount in statement.amounts if headline is not None and amount.line_no == headline)
    return stated | {in_wan(amount) or Decimal(0) for amount in printed if amount.measure in BUDGETS}


def name_wholes(prose: Sequence[Mention], known: Collection[Decimal]) -> list[Mention]:
    """专项资金50万元，其中省级30万元，市级20万元: an amount with what givers gave as its parts is what was given in
    all, if it is one of the budgets `known`, or the only such amount and no word says that it is another. Those are
    returned of which it cannot be told."""
    wholes = {
        id(part.broken_down): part.broken_down
        for part in prose
        if part.broken_down is not None and part.broken_down.measure == "other_amount" and is_given(part)
    }
    wholes = {key: whole for key, whole in wholes.items() if id(whole.broken_down) not in wholes}
    named: dict[Decimal | None, Mention] = {}
    for whole in wholes.values():
        is_only = not known and len(wholes) == 1 and whole.is_unnamed and MAY_BE_WHOLE.search(whole.about)
        if whole.figure.in_wan in known or is_only:
            named.setdefault(whole.figure.in_wan, whole)
    taken = set(map(id, named.values()))
    for mention in prose if taken else []:
        above = mention.broken_down
        if mention.measure == "other_amount" and taken & {id(mention), id(above), id(above and above.broken_down)}:
            mention.measure = "appropriated"
    others = (whole for whole in wholes.values() if whole.figure.in_wan not in named)
    return [whole for whole in others if whole.is_unnamed or not known]


def leave_drafts(prose: Sequence[Mention]) -> None:
    """预算编制80万元，财政批复75万元: what the unit drafted is no budget where another amount was approved."""
    plain = [mention for mention in prose if mention.measure in BUDGETS and not mention.broken_down]
    for draft, approved in pairwise(plain):
        is_alike = (draft.subject, draft.category) == (approved.subject, approved.category)
        is_other = is_alike and approved.year in {None, draft.year} and draft.wan != approved.wan
        if is_other and _DRAFTED.search(draft.about) and _APPROVED.search(approved.about):
            for mention in (*(part for part in prose if part.broken_down is draft), draft):
                mention.measure = "other_amount"


def free_own(prose: Sequence[Mention], own: str) -> None:
    """整合资金160万元，其中扶贫资金98万元: what goes by the name of the report's `own` project is no part of money that
    is more than the report is of."""
    for part in prose:
        whole = part.broken_down
        if whole is not None and whole.measure == "other_amount" and is_own_name(part.item or "", own):
            part.measure = part.measure if part.measure in BUDGETS else "appropriated"
            part.broken_down, part.item = None, None
            for inner in prose:
                if inner.broken_down is part and inner.measure == "other_amount":
                    inner.measure = part.measure


def doubt_contained(prose: Sequence[Mention]) -> None:
    """下达资金包括维修70万元、保护50万元: none of several that a whole without an amount holds is the whole."""
    for position, first in enumerate(prose):
        if first.measure in BUDGETS and first.broken_down is None and _CONTAINS.search(first.about):
            listed = list(_listed_with(first, prose[position + 1 :]))
            for mention in [first, *listed] if listed else []:
                mention.doubt = "part" if mention.measure in BUDGETS else mention.doubt


def _listed_with(first: Mention, behind: Sequence[Mention]) -> Iterator[Mention]:
    """The amounts in a row with the first one."""
    for mention in behind:
        if mention.place != first.place or mention.measure not in {"other_amount", first.measure}:
            return
        yield mention


def is_given(part: Mention) -> bool:
    """Whether a part is what a giver gave."""
    named = part_measure(part.about)
    return named in BUDGETS or (named is None and funding_label(part.item or "").kind == "source")
