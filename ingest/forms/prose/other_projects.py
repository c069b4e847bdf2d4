"""Paragraphs without a project's name that each state a budget and spending of their own.

What the first of them says may be the whole's; what another one says, in other figures, is of something else, and must
neither fill what the first leaves open nor be added to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from ingest.forms.funds.statement import BUDGETS, Statement, in_wan
from ingest.forms.prose import clauses
from ingest.forms.prose.line_names import names_a_part
from ingest.forms.prose.mention import Mention
from ingest.lexicon.labels import RATE_MEASURES
from ingest.lexicon.phrases.money import without_measures

_OF_FUNDS = frozenset({*BUDGETS, "budget_adjustment", "executed", *RATE_MEASURES})
_OF_WHOLE = re.compile(
    r"部门|单位|整体|总|[合共]计|财政|情况|全[局县市区镇乡校院]|[我本该][局委办厅镇乡县市区院校站所部年]|"
    r"(?:[局委办厅镇乡院校站所]|中心|政府|街道|公司)$|^(?:[本该此]?项目|资金|经费)*$"
)
_YEAR = re.compile(r"^20\d\d年度?")
_TOPIC_END = re.compile(r"[\d，,；;：:。（(]")


def doubt_other_projects(statement: Statement, prose: Sequence[Mention], year: int | None) -> None:
    """Mark what is told of another project than the one that the total is of."""
    grouped = groupby(prose, key=attrgetter("place"))
    texts = [_own(statement, group, year) for _, group in grouped]
    stated = [text for text in texts if _amounts(text, BUDGETS) and _amounts(text, {"executed"})]
    headline = statement.headline
    if headline is not None:
        printed = [amount for amount in statement.amounts if amount.line_no == headline.line_no]
        budgets = {in_wan(amount) for amount in printed if amount.measure in BUDGETS}
        spent = {in_wan(amount) for amount in printed if amount.measure == "executed"}
        if not statement.is_department or not spent:
            return
        others = [text for text in stated if _topic(text) and _differs(text, budgets, spent)]
    elif stated:
        budgets, spent = _amounts(stated[0], BUDGETS), _amounts(stated[0], {"executed"})
        others = [text for text in stated[1:] if _differs(text, budgets, spent)]
        topics = {_topic(text) for text in [stated[0], *others]}
        if statement.is_department and others and None not in topics and len(topics) > 1:
            others = [stated[0], *others]
    else:
        return
    for text in others:
        for mention in text:
            mention.doubt = "project"


def _own(statement: Statement, mentions: Iterable[Mention], year: int | None) -> list[Mention]:
    """The figures of one text that would be taken to be the whole's."""
    return [
        mention
        for mention in mentions
        if mention.measure in _OF_FUNDS
        and mention.year in {None, year}
        and not (mention.broken_down or mention.category or mention.project or mention.is_of_giver)
        and (mention.measure in BUDGETS or not names_a_part(statement, mention))
    ]


def _amounts(text: Sequence[Mention], measures: Collection[str | None]) -> set[Decimal | None]:
    return {mention.figure.in_wan for mention in text if mention.measure in measures}


def _differs(text: Sequence[Mention], budgets: set[Decimal | None], spent: set[Decimal | None]) -> bool:
    """Whether a text shares neither budget nor spending with the whole."""
    return _amounts(text, BUDGETS).isdisjoint(budgets) and _amounts(text, {"executed"}).isdisjoint(spent)


def _topic(text: Sequence[Mention]) -> str | None:
    """What a text is about, unless it begins with words for money or for the whole."""
    words = _YEAR.sub("", clauses.topic(text[0].evidence.quote))
    topic = without_measures(_TOPIC_END.split(words, maxsplit=1)[0])
    return None if _OF_WHOLE.search(topic) else topic
