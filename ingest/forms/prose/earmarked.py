"""Budgets for one thing (设备采购预算30万元) beside that of the whole: each has a line of its own, with what is spent
of it. Nothing says that it is in the whole, but where several come to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from ingest.forms.funds.statement import BUDGETS, Statement, in_wan
from ingest.forms.prose.breakdowns import item_of
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import is_of_other_budget, without_measures

_LEAD = re.compile(r"^(?:.*(?:安排|下达|批复|拨付|核定|用于)|20\d\d年度?|[本当全]年度?|年初|年中|财政|[的已])+")
_TAIL = re.compile(r"(?:专项|项目|预算|资金|经费|金额)+$")
_THING = re.compile(r"(?:采购|购置|购买|建设|改造|维修|维护|装修|修缮|租赁|设备|物资|培训|宣传|监理|设计|勘察|检测)$")
SHORT_THING = re.compile(
    "(?:设备|物资|材料|采购|购置|建设|改造|维修|维护|装修|租赁|培训|宣传|会议|差旅|印刷|接待|劳务|咨询|监理|设计|检测|"
    "监测|调研|评审|运行|运维|办公|食堂|餐饮|交通|保险|救助)$"
)
_OWN_BUDGET = re.compile("预算(?:安排|资金|经费|金额|数)*$")
_GENERAL = re.compile(r"项目|工程|专项|政府|[本该各此]")
_GIVES = re.compile(r"安排|下达|批复|拨付|预算")
_SHORTEST = 4


def name_earmarked(statement: Statement, prose: Sequence[Mention]) -> None:
    """Tie what is budgeted for one thing, and what is spent of that, to a line of its own."""
    things = {id(mention): name for mention in prose if (name := _thing(mention, statement.project))}
    if not things:
        return
    plain = [mention for mention in prose if mention.measure in BUDGETS and _is_plain(mention)]
    wholes = [mention.wan for mention in plain if id(mention) not in things]
    headline = statement.headline
    printed = [amount for amount in statement.amounts if headline and amount.line_no == headline.line_no]
    largest = max(
        [*wholes, *(in_wan(amount) or Decimal(0) for amount in printed if amount.measure in BUDGETS)], default=0
    )
    for mention in prose:
        if id(mention) in things and mention.wan < largest:
            mention.project = things[id(mention)]
            mention.measure = "appropriated" if mention.measure == "other_amount" else mention.measure
    for _, text in groupby(prose, key=attrgetter("place")):
        _tie_spending(text, things)


def _tie_spending(text: Iterable[Mention], things: dict[int, str]) -> None:
    """Tie spending to the budget for one thing before it, or name that its rival where it may be of the whole too."""
    budget: Mention | None = None
    spent: Mention | None = None
    is_open = False
    before: Mention | None = None
    for mention in text:
        if before is not None and _ends_sentence(before, mention):
            is_open = budget is not None
        before = mention
        if mention.project is not None and id(mention) in things:
            budget, spent = mention, None
        elif mention.measure in RATE_MEASURES:
            if spent is not None and budget is not None and mention.anchor is spent:
                mention.project = budget.project
            elif budget is not None and is_open and mention.anchor is budget:
                mention.measure, mention.anchor = "other_rate", None
        elif not _is_plain(mention):
            continue
        elif mention.measure in BUDGETS:
            budget, is_open = None, True
        elif mention.measure == "executed":
            is_within = budget is not None and mention.wan <= budget.wan
            if budget is None or not is_within or without_measures(mention.about):
                mention.anchor = None if mention.anchor is budget else mention.anchor
                budget, is_open = None, False
            elif is_open or not _is_long(budget.project or ""):
                mention.rival, budget = budget, None
            else:
                mention.project, spent = budget.project, mention


def _thing(mention: Mention, project: str) -> str | None:
    """The one thing that a budget is for, unless the report as a whole is about it."""
    is_given = mention.measure in BUDGETS or (mention.measure == "other_amount" and _GIVES.search(mention.about))
    if (
        not is_given
        or "项目" in mention.about
        or not _is_plain(mention)
        or mention.is_of_giver
        or is_of_other_budget(mention.about)
    ):
        return None
    name = _LEAD.sub("", _TAIL.sub("", item_of(mention.about)))
    is_thing = (_THING.search(name) and _is_long(name)) or (
        SHORT_THING.search(name) and _OWN_BUDGET.search(mention.about) and mention.measure in BUDGETS
    )
    return name if is_thing and name not in project else None


def _is_long(name: str) -> bool:
    """Whether a name says enough to be told from a kind of cost: 消防设备采购, not 采购."""
    return len(_GENERAL.sub("", name)) >= _SHORTEST


def _is_plain(mention: Mention) -> bool:
    return not (mention.broken_down or mention.category or mention.project or mention.level)


def _ends_sentence(before: Mention, mention: Mention) -> bool:
    """Whether another sentence begins between two figures of a text."""
    is_behind = before.evidence.quote != mention.evidence.quote and before.evidence.quote.endswith("。")
    return is_behind or mention.figure.start < before.figure.start
