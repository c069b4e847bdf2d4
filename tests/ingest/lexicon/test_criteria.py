from decimal import Decimal

import pytest

from ingest.lexicon.criteria import RateScoring, deduction_step, rate_scoring


@pytest.mark.parametrize(
    ("text", "deduction", "step"),
    [
        ("①有质量要求；②有检查措施。一项不符合扣2.5分，严重的此项完全不得分。", "2", "2.5"),
        ("每缺一项扣1分，扣完为止", "1", "1"),
        ("一项不符合扣一分", "1", "1"),
        ("一项不符合扣二分，严重的不得分", "4", "2"),
        ("每低1个百分点扣0.5分", "1.5", "0.5"),
        ("项目验收通过率达95%及以上，得满分；未通过一个扣一分，扣完为止。", "3", "1"),
        ("缺一项制度扣2分，每项制度不完整扣0.5分", "1.5", "0.5"),
        ("有制度得2分，每缺一项扣0.5分", "0.5", "0.5"),
        ("发现一处扣减1.5分", "1.5", "1.5"),
    ],
)
def test_the_step_of_deductions(text: str, deduction: str, step: str) -> None:
    assert deduction_step(text, Decimal(deduction)) == Decimal(step)


@pytest.mark.parametrize(
    ("text", "deduction"),
    [
        ("对照绩效目标，按社会效益实现程度计算得分。", "2"),
        ("未完成的酌情扣1-3分", "2"),
        ("每低1个百分点扣0.5分", "0.35"),
        ("低于95%，每下降1%扣权重的1%", "0.1"),
        ("按比例扣分，出现事故扣5分", "1"),
        ("完成得满分，否则不得分", "2"),
        ("得分=完成率×分值；每发生一起投诉扣1分", "0.4"),
        ("程序规范；资料齐全。", "1"),
        (None, "1"),
    ],
)
def test_no_step_where_none_is_stated_or_room_is_left(text: str | None, deduction: str) -> None:
    assert deduction_step(text, Decimal(deduction)) is None


@pytest.mark.parametrize(
    ("text", "weight", "scoring"),
    [
        ("资金到位率大于90%的得满分，每少5个百分点扣0.5分", "1", ("90", "5", "0.5", False)),
        ("预算执行率95%以上，得满分；低于95%，每下降1%扣权重的1%；60%以下，不计分", "2", ("95", "1", "0.02", False)),
        ("到位率=（到位/计划）×100%。达到95%得满分", "3", ("95", None, None, True)),
        ("执行率≥98%的得10分，其余按比例得分", "10", ("98", None, None, False)),
        ("得分=执行率×分值", "10", (None, None, None, False)),
        ("预算执行率=实际支出/预算×100%，用以考核执行情况", "10", (None, None, None, False)),
        ("执行率≥90%得8分，≥80%得6分", "10", (None, None, None, True)),
        ("低于95%不得满分", "10", (None, None, None, True)),
        (None, "10", (None, None, None, False)),
    ],
)
def test_points_for_a_rate(
    text: str | None, weight: str, scoring: tuple[str | None, str | None, str | None, bool]
) -> None:
    full, step, points, is_open = scoring
    expected = RateScoring(*(Decimal(number) if number else None for number in (full, step, points)), is_open)
    assert rate_scoring(text, Decimal(weight)) == expected
