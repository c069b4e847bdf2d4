"""What a scoring criterion says in numbers: the step of its deductions, and the points that a rate is worth."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ingest.lexicon.numerals import chinese_number
from ingest.lexicon.text import fold

_POINTS = r"(\d+(?:\.\d+)?|[一二两三四五六七八九十]+(?:点[一二三四五六七八九五])?)分(?!之)"
_DEDUCTION = re.compile(rf"[扣减](?:减|除|掉)?{_POINTS}")
_AWARD = re.compile(rf"(?:得|计|给|记){_POINTS}")
_GRADUAL = re.compile(r"每(?:下降|降低|降|低|减少|少|差|超过?|偏离|增加|高)[^,。;扣]{0,10}?(?:%|百分点)")
_OPEN = re.compile(
    r"酌情|酌减|视情|适当|相应[扣减]|比例|分值的|权重|满分的|折算|线性|得分=|计算(?:得分|分值)|程度[^,。;]{0,4}得分|"
    r"[扣减得]\d+(?:\.\d+)?(?:分)?[-~—至到]\d|[×*](?:分值|标准分|满分|该项|本项|\d+(?:\.\d+)?分)|得\d+(?:\.\d+)?%|各占|\d/\d(?!\d)"
)
_FULL_MARKS = re.compile(r"(\d+(?:\.\d+)?)%(?P<between>[^\d%。;]{0,14}?)(?:满分|(?:得|计)(?P<points>\d+(?:\.\d+)?)分)")
_PER_PERCENT = re.compile(
    r"每(?:下降|降低|降|低|减少|少|差)(?P<step>\d+(?:\.\d+)?|一)?(?:个)?(?:%|百分点)[^\d一二两三。;]{0,6}"
    rf"[扣减](?:减|除)?(?:{_POINTS}|(?:权重|分值|标准分|满分|该项分值)的?(?P<share>\d+(?:\.\d+)?)%)"
)
_PROPORTIONAL = re.compile(
    r"(?:执行率|完成率|支出进度|使用率)[×*](?:该?(?:指标|项|本项)?(?:分值|权重|满分|标准分)|\d+(?:\.\d+)?分?)|"
    r"(?:分值|权重|满分|标准分|\d+(?:\.\d+)?分?)[×*](?:预算|资金)?(?:执行率|完成率)|按比例(?:得分|计分|计算)|按(?:预算)?执行率(?:计|得)"
)
_SCORES = re.compile(r"满分|[得扣计减]\d|[得扣计减][一二两三]|不得分|不计分|得分|分值|权重")


@dataclass(frozen=True, slots=True)
class RateScoring:
    """How a criterion turns a rate into points: full marks from `full_marks_rate` percent on, below that
    `step_points` less for every `step` percent; `is_open`: it says more, or something else, that is not understood."""

    full_marks_rate: Decimal | None = None
    step: Decimal | None = None
    step_points: Decimal | None = None
    is_open: bool = False


def deduction_step(text: str | None, deduction: Decimal) -> Decimal | None:
    """The step whose multiples a criterion lets be deducted (一项不符合扣2.5分 → 2.5); with several, what all are
    multiples of. None where it states none or leaves room, and where points follow a rate more finely than its step."""
    if not text:
        return None
    folded = fold(text)
    steps = [_number(match[1]) for match in _DEDUCTION.finditer(folded)]
    if not steps or _OPEN.search(folded):
        return None
    step = _common([*steps, *(_number(match[1]) for match in _AWARD.finditer(folded))])
    if _GRADUAL.search(folded) and _decimals(deduction) > _decimals(step):
        return None
    return step


def rate_scoring(text: str | None, weight: Decimal | None) -> RateScoring:
    """What a criterion says of the points for a rate; nothing where it only explains the rate or gives none."""
    if not text:
        return RateScoring()
    folded = fold(text)
    full = next(
        (
            Decimal(match[1])
            for match in _FULL_MARKS.finditer(folded)
            if not re.search(r"[不低少小]", match["between"].replace("不低于", "").replace("不少于", ""))
            and (match["points"] is None or Decimal(match["points"]) == weight)
        ),
        None,
    )
    steps = _PER_PERCENT.search(folded)
    if steps and weight is not None:
        step = Decimal(1) if steps["step"] in (None, "一") else Decimal(steps["step"])
        points = _number(steps[2]) if steps[2] else weight * Decimal(steps["share"]) / 100
        return RateScoring(full, step, points)
    is_open = bool(_SCORES.search(folded)) and not _PROPORTIONAL.search(folded)
    return RateScoring(full, is_open=is_open)


def _number(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() else chinese_number(text) or Decimal(1)


def _common(numbers: Iterable[Decimal]) -> Decimal:
    """The greatest number that all are multiples of."""
    return Decimal(math.gcd(*(int(number * 1000) for number in numbers))) / 1000


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))
