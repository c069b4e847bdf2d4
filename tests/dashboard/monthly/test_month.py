"""Months: how they are read, and what lies before and behind them."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.monthly.month import Month


def test_months_before_and_behind() -> None:
    assert Month.of("2025-01").plus(-1) == Month(2024, 12)
    assert Month.of("2025-05").plus(-12) == Month(2024, 5)
    assert Month(2024, 12).plus(1) == Month(2025, 1)
    assert Month(2024, 12).end == dt.datetime(2025, 1, 1)
    assert Month(2025, 5).time_progress == pytest.approx(5 / 12)


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-5", "2025年5月", "0025-05", "", "2025-05-01"])
def test_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="2025-05"):
        Month.of(text)
