"""Years, months and days as reports print them."""

from __future__ import annotations

import datetime as dt
import re

from ingest.lexicon.text import fold

_DAY = re.compile(r"(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?!\d)")
_MONTH = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月(?!\s*\d)")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s*[)）]?\s*年")
_YEAR_ALONE = re.compile(r"(?:20\d\d年?度?|(?:上一?|去)年度?|(?:本|当)?年度|(?:本|当|今)年)$")


def days(text: str) -> list[dt.date]:
    """All calendar days printed in `text`; impossible ones (2024年13月) are left out."""
    found = []
    for year, month, day in _DAY.findall(text):
        try:
            found.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


def months(text: str) -> list[dt.date]:
    """All months printed without a day, as their first day."""
    return [dt.date(int(year), int(month), 1) for year, month in _MONTH.findall(text) if 1 <= int(month) <= 12]


def years(text: str) -> list[int]:
    """All years printed as 2024年 or (2024)年度, in order."""
    return [int(year) for year in _YEAR.findall(text)]


def is_year(text: str) -> bool:
    """Whether a text is nothing but a year, by its number or by its place: 2023年度, 上年, 本年度."""
    return bool(_YEAR_ALONE.match(fold(text)))
