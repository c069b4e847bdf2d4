"""Numbers in Chinese words: 九十五点五, 十二万五千, 玖拾捌万."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def chinese_number(text: str) -> Decimal | None:
    """九十五点五 → 95.5, 十二万五千 → 125000, 玖拾捌万 → 980000; None for words that are no number."""
    whole, _, fraction = text.partition("点")
    scale = {"万": 10_000, "亿": 100_000_000}.get(fraction[-1:], 1)
    fraction = fraction.rstrip("万亿")
    number = _whole_number(whole)
    if number is None or any(character not in _DIGITS for character in fraction):
        return None
    digits = "".join(str(_DIGITS[character]) for character in fraction)
    return Decimal(f"{number}.{digits}" if digits else number) * scale


def _whole_number(text: str) -> int | None:
    for name, scale in (("亿", 100_000_000), ("万", 10_000)):
        more, mark, less = text.rpartition(name)
        if mark:
            above, below = _whole_number(more) if more else None, _whole_number(less) if less else 0
            return None if above is None or below is None else above * scale + below
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total, digit = total + (digit or 1) * _TENS[character], 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            return None
    return total + digit
