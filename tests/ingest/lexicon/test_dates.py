import datetime as dt

from ingest.lexicon.dates import days, months, years


def test_days_in_every_form() -> None:
    day = dt.date(2025, 5, 19)
    assert days("2025 年 5 月 19 日") == [day]
    assert days("2025-05-19") == [day]
    assert days("2025.5.19") == [day]
    assert days("2025年13月40日") == []


def test_months_and_years() -> None:
    assert months("绩效自评日期：2025年5月") == [dt.date(2025, 5, 1)]
    assert months("2025年5月19日") == []
    assert years("(2024) 年度，2023年") == [2024, 2023]
