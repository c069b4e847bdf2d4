"""Kinds of cost that any unit has (政府采购, 公务接待费, 培训费): what a sentence or a heading that names one says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.forms.prose import clauses
from ingest.forms.prose.mention import Mention
from ingest.lexicon.phrases.money import without_measures

_NAMED = re.compile(
    r"^(?:20\d\d年度?|本年度?|全年|[我本](?:单位|部门|[局委办厅院校]))*的?"
    r"(?P<name>政府采购|公务接待|公务用车|因公出国|会议|培训|差旅|办公|印刷|邮电|水电|物业|劳务|公用|人员)"
    r"(?P<rest>(?:[（(]境[)）]|运行|维护|购置|管理|费用?|经费|支出|开支|预算|执行|使用|控制|方面|情况|的|及)*)[。：:]?$"
)
_OF_ALL = re.compile(r"部门|单位|项目|总[支预]|[合总共]计")
_OF_ANY_UNIT = ("政府采购", "公务", "因公")


def cost_in(words: str) -> str | None:
    """The kind of cost that words name, and nothing else."""
    named = _NAMED.match(words.strip())
    return named["name"] if named and (named["rest"] or named["name"].startswith(_OF_ANY_UNIT)) else None


def cost_of_sentence(sentence: str) -> str | None:
    """The kind of cost that a sentence begins with: 政府采购方面，支出28万元."""
    words = clauses.topic(sentence)
    return cost_in(words) if len(words) < len(sentence.strip()) else None


def mark_cost(found: Iterable[Mention], cost: str | None) -> None:
    """Tie the figures of a sentence that have no words of their own to the kind of cost that it is about."""
    for mention in found if cost else ():
        is_plain = mention.broken_down is None and mention.category is None
        if is_plain and not _OF_ALL.search(mention.about) and not without_measures(mention.about):
            mention.cost = cost
