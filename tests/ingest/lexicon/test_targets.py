from decimal import Decimal

import pytest

from ingest.lexicon.targets import measured


@pytest.mark.parametrize(
    ("operator", "target", "unit", "actual", "expected"),
    [
        ("≥", "95", "%", "100%", ("ge", "95", "100", "%")),
        (None, "≥95", "%", "94.5", ("ge", "95", "94.5", "%")),
        ("＝", "18062.64", "平方米", "18062.64平方米", ("eq", "18062.64", "18062.64", "平方米")),
        ("≤", "47,500", "元", "5080", ("le", "47500", "5080", "元")),
        ("不低于", "3", None, "6", ("ge", "3", "6", "")),
        ("不超过", "10", "天", "１２天", ("le", "10", "12", "天")),
        ("＞", "2", "次", "2次", ("gt", "2", "2", "次")),
        (None, "100", "%", "98％", (None, "100", "98", "%")),
        ("定性", "100", "%", "98%", (None, "100", "98", "%")),
        (None, "≥3座①", None, "4座②", ("ge", "3", "4", "座")),
        ("≥", "3", None, "4①", ("ge", "3", "4", "")),
    ],
)
def test_plain_numbers_of_one_unit(
    operator: str | None, target: str, unit: str | None, actual: str, expected: tuple[str | None, str, str, str]
) -> None:
    found = measured(operator, target, unit, actual)
    assert found is not None
    assert (found.comparison, str(found.target), str(found.actual), found.unit) == expected


@pytest.mark.parametrize(
    ("operator", "target", "unit", "actual"),
    [
        ("≤", "1", "年", "1年内"),
        ("≥", "8", "年", "8年以上"),
        ("≥", "1", "批次", "1次"),
        ("=", "100", None, "100%"),
        ("≥", "95", "%", "0.96"),
        ("=", "2024年底前", "年", "2024年底前"),
        ("≤", "2024", "年", "2023"),
        ("≥", "提升", None, "提升"),
        ("≥", "95", "%", "≥95%"),
        ("≥", "95", "%", None),
        ("≥", None, "%", "95%"),
        ("≥", "1-2", "次", "2次"),
        ("=", "244.06", "万元", "2402400元"),
        ("≥", "10³", None, "1200"),
        (None, "≥10³", None, "1200"),
        ("≥", "500", None, "10³"),
    ],
)
def test_what_is_left_alone(operator: str, target: str | None, unit: str | None, actual: str | None) -> None:
    assert measured(operator, target, unit, actual) is None


def test_the_printed_precision_of_the_actual_value() -> None:
    found = measured("≥", "95", "%", "94.50%")
    assert found is not None and found.actual_decimals == 2 and found.actual == Decimal("94.50")
