import pytest

from ingest.forms.ledger.context import series_of
from ingest.forms.ledger.periods import Period, period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年5月项目支出进度表", Period(2025, 5, False)),
        ("2025年1-5月支出情况", Period(2025, 5, True)),
        ("2025年1月至5月", Period(2025, 5, True)),
        ("截至2025年5月底", Period(2025, 5, True)),
        ("（截至2025年5月31日）", Period(2025, 5, True)),
        ("2025-05-31", Period(2025, 5, False)),
        ("支出进度202505", Period(2025, 5, False)),
        ("20250531支付明细", Period(2025, 5, False)),
        ("2025.5", Period(2025, 5, False)),
        ("十一月份", Period(None, 11, False)),
        ("1-12月累计", Period(None, 12, True)),
        ("2025年上半年", Period(2025, 6, True)),
        ("2025年前三季度", Period(2025, 9, True)),
    ],
)
def test_months_as_they_are_named(text: str, expected: Period) -> None:
    assert period(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2025年度",
        "制表日期：2025年6月5日",
        "2025年6月5日",
        "2025年13月",
        "3-5月",
        "2025年4月、2025年5月",
        "530102202505",
        "20250605",
        "5301022025053100",
        "五财〔2025〕1号",
    ],
)
def test_what_names_no_month_or_several(text: str) -> None:
    assert period(text) is None


def test_a_series_is_the_title_of_every_month() -> None:
    titles = (
        "五华区2025年5月项目支出进度表",
        "五华区2025年1-6月项目支出进度表（更正）",
        "五华区2024年十二月份项目支出进度表",
    )
    assert {series_of(title) for title in titles} == {"五华区项目支出进度表"}
    assert series_of("五华区2025年5月政府性基金支出进度表") != "五华区项目支出进度表"
