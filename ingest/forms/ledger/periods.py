"""The month that a text names: 2025年5月, 2025年1-5月, 截至2025年5月底, 202505, 20250531, 五月份, 上半年."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon.numerals import chinese_number
from ingest.lexicon.text import fold

_YEAR = r"(?:(?P<year>20\d\d)\)?(?:年度?|[./-])?)?"
_RANGE = re.compile(rf"{_YEAR}(?P<first>\d{{1,2}})月?份?(?:[-—–~～至到])(?P<month>\d{{1,2}})月(?:份(?!额))?")
_SINGLE = re.compile(rf"{_YEAR}(?P<month>\d{{1,2}})月(?:份(?!额))?")
_DAY = re.compile(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日?(?!\d)")
_PLAIN_DAY = re.compile(r"(?P<year>20\d\d)(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_PACKED_DAY = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_PLAIN = re.compile(r"(?<!\d)(?P<year>20\d\d)[./-]?(?P<month>0[1-9]|1[0-2]|(?<=[./-])[1-9])(?![\d./-])")
_QUARTER = re.compile(rf"{_YEAR}(?P<words>上半年|前三季度|第?[一1]季度)")
_DAYS = (_DAY, _PLAIN_DAY, _PACKED_DAY)
_PATTERNS = (*_DAYS, _RANGE, _QUARTER, _SINGLE, _PLAIN)
_QUARTERS = {"上半年": 6, "前三季度": 9}
_WORDED = re.compile(r"(?P<number>[一二三四五六七八九十]{1,2})(?=月)")
_TO_DATE = re.compile(r"截[至止]|累计|月(?:份)?[底末]|年初至|至今")
_DATES_ITSELF = re.compile(r"(?:填[报表制]|制[表单]|打印|导出|编[制报]|上报|报送|出具|印发|生成)(?:日期|时间)")


@dataclass(frozen=True, slots=True)
class Period:
    """A month, `year` None where none is named; `is_to_date`: the text speaks of the year up to its end."""

    year: int | None
    month: int
    is_to_date: bool


@lru_cache(maxsize=4096)
def period(text: str) -> Period | None:
    """The one month that a text names; None where it names none or several, and for the day on which it was made."""
    folded = _WORDED.sub(lambda match: str(chinese_number(match["number"])), fold(text))
    if _DATES_ITSELF.search(folded):
        return None
    found: set[Period] = set()
    rest = folded
    for pattern in _PATTERNS:
        for match in pattern.finditer(rest):
            month = _QUARTERS.get(match["words"], 3) if pattern is _QUARTER else int(match["month"])
            year = int(match["year"]) if match["year"] else None
            if not 1 <= month <= 12 or (pattern in _DAYS and not _is_last_day(match)):
                continue
            begins = pattern is _QUARTER or (pattern is _RANGE and int(match["first"]) == 1)
            if pattern is _RANGE and not begins:
                continue
            found.add(Period(year, month, begins or bool(_TO_DATE.search(folded))))
        rest = pattern.sub(" ", rest)
    return found.pop() if len(found) == 1 else None


def without_periods(text: str) -> str:
    """A text without the months that it names and without its year: for comparing the titles of several months."""
    rest = _WORDED.sub(lambda match: str(chinese_number(match["number"])), fold(text))
    for pattern in _PATTERNS:
        rest = pattern.sub("", rest)
    return re.sub(r"\(?20\d\d\)?(?:年度?)?", "", rest)


def _is_last_day(match: re.Match[str]) -> bool:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return 1 <= month <= 12 and day == calendar.monthrange(year, month)[1]
