from decimal import Decimal

import pytest

from ingest.lexicon.numerals import chinese_number


@pytest.mark.parametrize(
    ("words", "number"),
    [("十", 10), ("二十", 20), ("一百", 100), ("一百零五", 105), ("九十五点五", "95.5"), ("甲", None)],
)
def test_chinese_numbers(words: str, number: int | str | None) -> None:
    assert chinese_number(words) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("九十五点五", "95.5"),
        ("一百零五", "105"),
        ("十二万五千", "125000"),
        ("玖拾捌万伍仟", "985000"),
        ("一亿二千三百万", "123000000"),
        ("三点五万", "35000"),
        ("万", None),
        ("一把", None),
    ],
)
def test_numbers_in_words(words: str, number: str | None) -> None:
    assert chinese_number(words) == (Decimal(number) if number else None)
