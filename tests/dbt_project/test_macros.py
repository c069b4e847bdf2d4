"""The SQL macros that carry figures and names; tests/dbt_project/test_intervals.py holds the intervals against exact
fractions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.macros import macros

Ask = Callable[[str], Any]


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Evaluate one SQL expression in which the project's macros may be called."""
    render = macros("engine", "numbers", "intervals", "names")
    connection = duckdb.connect()

    def evaluate(expression: str) -> Any:
        row = connection.execute(render(f"select {expression}")).fetchone()
        assert row is not None
        return row[0]

    return evaluate


def printed(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@given(number=st.decimals(min_value=0, max_value=10**9, places=4))
@settings(max_examples=100, deadline=None)
def test_units_convert_exactly(ask: Ask, number: Decimal) -> None:
    def converted(unit: str) -> Decimal:
        return ask(f"{{{{ to_wan(\"cast('{number}' as decimal(28, 8))\", \"'{unit}'\") }}}}")

    assert converted("wan") == number
    assert converted("yi") == number * 10000
    assert converted("yuan") == printed(number / 10000, 6)


def test_money_too_large_to_be_money_is_null(ask: Ask) -> None:
    assert ask("{{ to_wan(\"cast('99999999999999999999' as decimal(28, 8))\", \"'yi'\") }}") is None


@pytest.mark.parametrize(("numerator", "base", "rate"), [("1", "0", None), ("0", "0", None), ("null", "1", None)])
def test_a_rate_without_a_base_is_null(ask: Ask, numerator: str, base: str, rate: float | None) -> None:
    assert ask(f"{{{{ safe_rate('{numerator}', '{base}') }}}}") == rate


def test_the_documented_examples(ask: Ask) -> None:
    """0.51 ÷ 4.75 printed as 10.69% is sound; 129.94 ÷ 273.45 printed as 95.92% is not."""
    low = ask("{{ quotient_low('0.51', '0.005', '4.75', '0.005') }}")
    high = ask("{{ quotient_high('0.51', '0.005', '4.75', '0.005') }}")
    assert low <= 0.1069 <= high
    assert ask("{{ quotient_high('129.94', '0.005', '273.45', '0.005') }}") < 0.9592 - 0.00005


def test_integers_of_money_are_exact(ask: Ask) -> None:
    assert ask("{{ half_unit(\"'wan'\", '0') }}") == 0
    assert ask("{{ half_unit(\"'percent'\", '0') }}") == pytest.approx(0.005)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("2024年度优化营商环境专项经费项目", "优化营商环境"),
        ("优化营商环境 专项经费", "优化营商环境"),
        ("“e办通”采购经费（2025年）", "e办通采购"),
        ("2023-2024年道路养护专项资金", "道路养护专项资金"),
        ("项目", "项目"),
    ],
)
def test_project_stem(ask: Ask, name: str, stem: str) -> None:
    assert ask(f"{{{{ project_stem(\"'{name}'\") }}}}") == stem


@pytest.mark.parametrize(
    ("printed_name", "match_name"),
    [
        ("资金分配的合理性（2分）", "资金分配合理性"),
        ("A101立项依据充分性", "立项依据充分性"),
        ("经济效益 指标", "经济效益"),
        ("立项依据充分性A", "立项依据充分性"),
    ],
)
def test_indicator_names_match_whatever_their_spelling(ask: Ask, printed_name: str, match_name: str) -> None:
    assert ask(f"{{{{ indicator_match_name(\"'{printed_name}'\") }}}}") == match_name
