"""The parts of a breakdown, as far as a figure behind them may be of one: 甲20万元，支出18万元；乙30万元，支出9万元."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.forms.prose.mention import Mention
from ingest.forms.prose.spot import Spot
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.phrases.money import money_measure

GIVEN = frozenset({"initial_budget", "annual_budget", "appropriated", "funds_received", "revenue"})
_SPENDING = re.compile(r"(?:实际|累计|已|共)*(?:支出|支付|使用|执行)?$")


@dataclass(slots=True)
class Parts:
    """`last` is the part named last, `count` how many were named in a row since the last semicolon or since another
    figure of a part: behind several nothing says of which one a figure is; `named`: all parts of the text."""

    last: Mention | None = None
    count: int = 0
    is_closed: bool = False
    named: dict[int, Mention] = field(default_factory=dict)

    @property
    def only(self) -> Mention | None:
        return self.last if self.count == 1 else None

    def name(self, part: Mention) -> None:
        self.count = 1 if self.is_closed else self.count + 1
        self.last, self.is_closed = part, False
        self.named[id(part)] = part

    def add(self, other: Mention, part: Mention) -> Mention:
        """`other` as another figure of `part`."""
        _share(other, part)
        self.is_closed = True
        return other

    def name_again(self, other: Mention, part: Mention) -> Mention:
        """`other` as another figure of a part that its words name again."""
        self.name(part)
        _share(other, part)
        return other

    def budgeted(self, whole: Mention, item: str) -> Mention | None:
        """The part of `whole` that was named before without a word of spending: 省级30万元 for 省级支出."""
        name = _SPENDING.sub("", item)
        level, own = funding_label(name).level, own_unit(name)
        for part in self.named.values():
            is_of_level = level is not None and funding_label(part.item or "").level == level
            is_same = part.item == name or is_of_level or (own is not None and own_unit(part.item or "") == own)
            if part.broken_down is whole and is_same and money_measure(part.about) != "executed":
                return part
        return None

    def come_to(self, whole: Mention) -> bool:
        """Whether the parts of a whole add up to it, so that nothing behind them is another one; parts of parts among
        them leave that open."""
        parts = [part for part in self._of(whole) if part.measure == whole.measure]
        is_one_list = len(parts) > 1 and sum(part.opens_parts for part in parts) < 2
        return is_one_list and self._sum(whole) == whole.wan

    def exceed(self, whole: Mention, other: Decimal) -> bool:
        """Whether another amount would make the parts of a whole more than it is."""
        is_one_list = sum(part.opens_parts for part in self._of(whole)) < 2
        return is_one_list and self._sum(whole) + other > whole.wan

    def lack(self, whole: Mention, other: Decimal) -> bool:
        """Whether the parts of a whole come to it with another amount."""
        return bool(self._of(whole)) and self._sum(whole) + other == whole.wan

    def _of(self, whole: Mention) -> list[Mention]:
        return [part for part in self.named.values() if part.broken_down is whole]

    def _sum(self, whole: Mention) -> Decimal:
        return sum((part.wan for part in self._of(whole) if part.measure == whole.measure), Decimal(0))

    def leave(self) -> None:
        self.last, self.count, self.is_closed = None, 0, False


def own_unit(item: str) -> str | None:
    """The writer's own division or unit that the words for a part begin with: 我县 of 我县分配."""
    return item[:2] if item.startswith(("我", "本", "该")) else None


def is_not_of_whole(spot: Spot, part: Mention, whole: Mention) -> bool:
    """Whether spending behind the budget of a part cannot be that of the whole: it is known, or would not even come to
    the budget of 三公经费, which is a small part of any."""
    spent, budget = spot.figure.in_wan or 0, part.wan
    is_known = whole.measure == "executed" and spent != whole.figure.in_wan
    is_given = part.measure in GIVEN or (is_known and money_measure(part.about) != "executed" and spent <= budget)
    if not is_given or money_measure(spot.about) != "executed":
        return False
    return is_known or (part.category == "three_public" and spent <= budget)


def _share(other: Mention, part: Mention) -> None:
    other.item, other.category, other.broken_down = part.item, part.category, part.broken_down
