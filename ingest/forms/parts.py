"""The parts of a breakdown, as far as a figure behind them may be of one: 甲20万元，支出18万元；乙30万元，支出9万元."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.forms.mention import Mention


@dataclass(slots=True)
class Parts:
    """`last` is the part named last, `count` how many were named in a row since the last semicolon or since another
    figure of a part: behind several nothing says of which one a figure is."""

    last: Mention | None = None
    count: int = 0
    is_closed: bool = False

    @property
    def only(self) -> Mention | None:
        return self.last if self.count == 1 else None

    def name(self, part: Mention) -> None:
        self.count = 1 if self.is_closed else self.count + 1
        self.last, self.is_closed = part, False

    def add(self, other: Mention, part: Mention) -> Mention:
        """`other` as another figure of `part`."""
        other.item, other.category, other.broken_down = part.item, part.category, part.broken_down
        self.is_closed = True
        return other

    def leave(self) -> None:
        self.last, self.count, self.is_closed = None, 0, False
