"""How an indicator's target is said."""

from __future__ import annotations

import pytest

from ingest.targets import target_of


@pytest.mark.parametrize(
    ("operator", "value", "unit", "said"),
    [
        ("≥", "95", "%", "≥95%"),
        ("≥", "95%", "%", "≥95%"),
        ("≥", "≥95%", "%", "≥95%"),
        ("＝", "3", "次/年", "＝3次/年"),
        (None, "明显改善", None, "明显改善"),
        ("≤", None, "天", "≤天"),
        (None, None, None, ""),
    ],
)
def test_what_the_value_prints_itself_is_not_said_twice(
    operator: str | None, value: str | None, unit: str | None, said: str
) -> None:
    assert target_of({"target_operator": operator, "target_value_text": value, "target_unit": unit}) == said
