"""A month as bulletins speak of it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"((?:19|20)\d{2})-(\d{2})")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One month of a calendar year."""

    year: int
    number: int

    @classmethod
    def of(cls, text: str) -> Month:
        """Read "2025-05"; raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= 12:
            raise ValueError(f"{text} is no month; write it like 2025-05")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def holding(cls, day: dt.date) -> Month:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def plus(self, months: int) -> Month:
        """The month so many months later, or earlier where the number is negative."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.number, 1)

    @property
    def end(self) -> dt.datetime:
        """The moment at which the month is over: the first of the next one."""
        return dt.datetime.combine(self.plus(1).first_day, dt.time())

    @property
    def last_day(self) -> dt.date:
        return self.end.date() - dt.timedelta(days=1)

    @property
    def time_progress(self) -> float:
        """How much of the year is over at the month's end, as a fraction."""
        return self.number / 12

    @property
    def in_words(self) -> str:
        return f"{self.year}年{self.number}月"


def in_words(day: dt.date) -> str:
    """2025年5月31日."""
    return f"{day.year}年{day.month}月{day.day}日"
