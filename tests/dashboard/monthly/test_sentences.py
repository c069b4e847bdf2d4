"""Words follow the sign of their figure, and a figure that rounds to nothing says so."""

from __future__ import annotations

import pytest

from dashboard.monthly.sentences import apart, changed, count, joined, money, say
from dashboard.monthly.table import shown


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (0.0123, "比上月末提高1.23个百分点"),
        (-0.0123, "比上月末下降1.23个百分点"),
        (0.00005, "比上月末提高0.01个百分点"),
        (0.00004, "与上月末持平"),
        (-0.00004, "与上月末持平"),
        (0.0, "与上月末持平"),
    ],
)
def test_change(difference: float, words: str) -> None:
    assert str(changed(difference, "上月末")) == words


def test_distance() -> None:
    assert str(apart(-0.0327, "序时进度")) == "低于序时进度3.27个百分点"
    assert str(apart(0.1, "序时进度")) == "高于序时进度10.00个百分点"
    assert str(apart(-0.000049, "序时进度")) == "与序时进度持平"


def test_what_is_not_known_is_not_said() -> None:
    assert changed(None, "上月末") is None and apart(None, "序时进度") is None
    assert str(joined((None, changed(0.02, "上年同期"), None))) == "比上年同期提高2.00个百分点"


def test_a_sentence_keeps_its_figures() -> None:
    sentence = say("{inner}共{n}个。", inner=say("支出{x}万元，", x=money(1234.5)), n=count(7))
    assert str(sentence) == "支出1,234.50万元，共7个。"
    assert [figure.value for figure in sentence.figures] == [1234.5, 7]


def test_how_values_are_written() -> None:
    assert shown("percent", 0.38404) == "38.40%"
    assert (shown("points", 0.0126), shown("points", -0.0327), shown("points", -0.00001)) == ("+1.26", "-3.27", "0.00")
    assert (shown("movement", 2), shown("movement", -1), shown("movement", 0)) == ("↑2", "↓1", "平")
    assert shown("money", None) == shown("text", "") == "—"
