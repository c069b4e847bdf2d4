"""The intervals that printed figures stand for: the macros on 100,000 random cases, against exact fractions."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from fractions import Fraction
from functools import cache, cached_property
from itertools import count, islice

import duckdb
import pyarrow as pa
import pytest

from support.macros import macros

CASES = 100_000
TOLERANCE = 1e-9
PER_WAN = {"wan": Fraction(1), "yuan": Fraction(1, 10_000), "yi": Fraction(10_000)}
Render = Callable[[str], str]


def printed(value: Fraction, decimals: int) -> Fraction:
    """Rounded half up, as a value that is not negative is printed."""
    return Fraction((2 * value.numerator * 10**decimals + value.denominator) // (2 * value.denominator), 10**decimals)


@cache
def half(unit: str, decimals: int) -> Fraction:
    """Half of the last printed digit in the contract's unit; money and points printed as integers are exact."""
    last = Fraction(1, 10**decimals) / 2
    if unit == "percent":
        return last / 100
    if unit == "fraction":
        return min(last, Fraction(1, 200))
    return last * PER_WAN.get(unit, Fraction(1)) if decimals else Fraction(0)


def some_amount(dice: random.Random) -> Fraction:
    """Money from a few yuan to some hundred million, in 万元; now and then none at all."""
    return Fraction(0) if dice.random() < 0.02 else Fraction(dice.randint(1, 10 ** dice.randint(1, 9)), 10_000)


class Case:
    """Two true amounts, as they are printed, and a printed rate: theirs, one beside it, or any."""

    def __init__(self, dice: random.Random) -> None:
        spent, budget = some_amount(dice), max(some_amount(dice), Fraction(1, 10_000))
        self.unit = dice.choice(["wan", "wan", "wan", "yuan", "yi"])
        decimals = [self._decimals(dice, value) for value in (spent, budget)]
        self.numerator, self.base = (
            printed(value / PER_WAN[self.unit], places) * PER_WAN[self.unit]
            for value, places in zip((spent, budget), decimals, strict=True)
        )
        self.numerator_half, self.base_half = (half(self.unit, places) for places in decimals)
        self.decimals = decimals
        self.rate_unit, self.rate_decimals = dice.choice(["percent", "percent", "fraction"]), dice.randint(0, 4)
        scale = 100 if self.rate_unit == "percent" else 1
        places = self.rate_decimals if self.rate_unit == "percent" else max(self.rate_decimals, 2)
        self.is_sound = dice.random() < 0.5
        true_rate = spent / budget
        if not self.is_sound:
            true_rate *= Fraction(dice.randint(0, 30_000), 10_000)
        self.rate = printed(true_rate * scale, places) / scale
        self.rate_half = half(self.rate_unit, self.rate_decimals)

    def _decimals(self, dice: random.Random, value: Fraction) -> int:
        """As many digits as somebody prints; an integer is printed only for what is one."""
        whole = (value / PER_WAN[self.unit]).denominator == 1
        return dice.randint(0 if whole else 1, 4 if self.unit == "wan" else 2)

    @cached_property
    def bounds(self) -> tuple[Fraction | None, Fraction | None]:
        """The least and the greatest quotient; None where the base may be next to nothing."""
        tops = (self.numerator - self.numerator_half, self.numerator + self.numerator_half)
        least, greatest = self.base - self.base_half, self.base + self.base_half
        low = tops[0] / greatest if tops[0] >= 0 else tops[0] / least if least > 0 else None
        high = tops[1] / least if least > 0 else None
        return low, high

    def gap(self) -> Fraction:
        low, high = self.bounds
        above = low - (self.rate + self.rate_half) if low is not None else Fraction(0)
        below = self.rate - self.rate_half - high if high is not None else Fraction(0)
        return max(above, below, Fraction(0))


@pytest.fixture(scope="module")
def render() -> Render:
    return macros("engine", "numbers", "intervals")


def test_quotients_and_gaps_are_those_of_exact_fractions(render: Render) -> None:
    dice = random.Random(20240630)
    cases = list(islice((case for case in (Case(dice) for _ in count()) if case.base > 0), CASES))
    table = pa.table(
        {
            "numerator": [float(case.numerator) for case in cases],
            "base": [float(case.base) for case in cases],
            "unit": [case.unit for case in cases],
            "numerator_decimals": [case.decimals[0] for case in cases],
            "base_decimals": [case.decimals[1] for case in cases],
            "rate": [float(case.rate) for case in cases],
            "rate_unit": [case.rate_unit for case in cases],
            "rate_decimals": [case.rate_decimals for case in cases],
        }
    )
    connection = duckdb.connect()
    connection.register("cases", table)
    rows = connection.execute(
        render(
            """
            with halves as (
                select
                    *,
                    {{ half_unit('unit', 'numerator_decimals') }} as numerator_half,
                    {{ half_unit('unit', 'base_decimals') }} as base_half,
                    {{ half_unit('rate_unit', 'rate_decimals') }} as rate_half
                from cases
            ),
            bounds as (
                select
                    *,
                    {{ quotient_low('numerator', 'numerator_half', 'base', 'base_half') }} as low,
                    {{ quotient_high('numerator', 'numerator_half', 'base', 'base_half') }} as high
                from halves
            )
            select
                numerator_half, base_half, rate_half, low, high, {{ interval_gap('rate', 'rate_half', 'low', 'high') }}
            from bounds
            """
        )
    ).fetchall()
    told = 0
    for case, (numerator_half, base_half, rate_half, low, high, gap) in zip(cases, rows, strict=True):
        assert math.isclose(numerator_half, case.numerator_half, rel_tol=1e-12)
        assert math.isclose(base_half, case.base_half, rel_tol=1e-12)
        assert math.isclose(rate_half, case.rate_half, rel_tol=1e-12)
        for got, want in zip((low, high), case.bounds, strict=True):
            if want is None or got is None:
                least = case.base - case.base_half
                assert got is None or abs(least) < TOLERANCE, "no bound where the base may be next to nothing"
            elif case.base - case.base_half > TOLERANCE:
                assert abs(got - float(want)) <= TOLERANCE * max(1.0, abs(float(want)))
        exact = float(case.gap())
        if case.is_sound:
            assert exact == 0 and gap <= TOLERANCE, "rounding alone is told"
        if case.base - case.base_half > TOLERANCE:
            assert abs(gap - exact) <= TOLERANCE * max(1.0, exact, float(case.rate))
        told += exact > TOLERANCE
    assert told > CASES // 4, "the cases hold contradictions to be found"


def test_sums_are_those_of_exact_fractions(render: Render) -> None:
    dice = random.Random(20241231)
    parts = []
    for _ in range(CASES):
        decimals = dice.randint(1, 4)
        true = [some_amount(dice) for _ in range(dice.randint(2, 6))]
        children = [printed(value, decimals) for value in true]
        off = Fraction(0) if dice.random() < 0.5 else Fraction(dice.randint(-40, 40), 10**decimals)
        parent = printed(sum(true, Fraction(0)), decimals) + off
        halves = half("wan", decimals) * (len(children) + 1)
        parts.append((parent - sum(children, Fraction(0)), halves, off == 0))
    connection = duckdb.connect()
    table = pa.table({"apart": [float(row[0]) for row in parts], "halves": [float(row[1]) for row in parts]})
    connection.register("parts", table)
    rows = connection.execute(render("select {{ beyond_rounding('apart', 'halves') }} from parts")).fetchall()
    told = 0
    for (apart, halves, is_sound), (beyond,) in zip(parts, rows, strict=True):
        exact = float(max(abs(apart) - halves, Fraction(0)))
        assert abs(beyond - exact) <= 2 * TOLERANCE
        assert not (is_sound and beyond > 0), "rounding alone is told"
        assert (beyond > 0) == (exact > TOLERANCE)
        told += beyond > 0
    assert told > CASES // 10, "the cases hold contradictions to be found"
