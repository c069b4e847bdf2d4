"""Faults to put into a sound report: each breaks one rule, and says which rules it cannot but break with it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from review.sound_reports import Report, Scored, plain, rounded

Inject = Callable[[Report, random.Random], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """`inject` changes the report and says whether the report could carry the fault at all."""

    rule: str
    inject: Inject
    implied: frozenset[str] = frozenset()


FAULTS: list[Fault] = []


def fault(rule: str, *implied: str) -> Callable[[Inject], Inject]:
    def register(inject: Inject) -> Inject:
        FAULTS.append(Fault(rule, inject, frozenset(implied)))
        return inject

    return register


def _row(report: Report, level2: str) -> Scored:
    return next(row for row in report.rows if row.level2 == level2)


def _lost(report: Report) -> list[Scored]:
    return [row for row in report.rows if row.score < row.weight]


def _without_statement(report: Report) -> None:
    report.paragraphs.clear()


@fault("weight_sum")
def a_weight_too_little(report: Report, rng: random.Random) -> bool:
    row = _row(report, "质量指标")
    row.weight -= 2
    row.score -= 2
    report.level_weights = {}
    _without_statement(report)
    return True


@fault("score_sum")
def another_total(report: Report, rng: random.Random) -> bool:
    report.printed_total = report.score - rng.choice((1, 2, Decimal("0.5")))
    _without_statement(report)
    return True


@fault("level_sum")
def another_weight_of_a_level(report: Report, rng: random.Random) -> bool:
    if not report.level_weights:
        return False
    first, second = list(report.level_weights)[:2]
    report.level_weights[first] += 5
    report.level_weights[second] -= 5
    return True


@fault("score_over_weight")
def more_points_than_allowed(report: Report, rng: random.Random) -> bool:
    row = _row(report, "质量指标")
    row.score += 1
    _without_statement(report)
    return report.score < 100


@fault("rate_amounts", "rate_conflict", "execution_score")
def a_rate_that_fits_no_amounts(report: Report, rng: random.Random) -> bool:
    _without_statement(report)
    share = report.total.executed / report.total.annual * 100
    report.printed_rate = f"{rounded(share - 7, 2)}%"
    others = [fund.executed / fund.annual * 100 for fund in report.sources]
    initial = report.total.executed / report.total.initial * 100 if report.total.initial else Decimal(0)
    return all(abs(rate - share + 7) > 1 for rate in [*others, initial])


@fault("grade_missing")
def no_grade(report: Report, rng: random.Random) -> bool:
    report.printed_grade = ""
    _without_statement(report)
    return True


@fault("grade_band")
def another_grade(report: Report, rng: random.Random) -> bool:
    report.printed_grade = "良" if report.grade != "良" else "优"
    _without_statement(report)
    return True


@fault("amount_sum")
def a_source_that_does_not_add_up(report: Report, rng: random.Random) -> bool:
    source = report.sources[0]
    source.initial += 9
    return True


@fault("amount_order")
def more_spent_than_there_was(report: Report, rng: random.Random) -> bool:
    for fund in (*report.sources, report.total):
        fund.initial = fund.annual
    for fund in report.sources:
        fund.executed = rounded(fund.annual * Decimal("1.25"), 0 if report.decimals == 0 else 2)
    report.total.executed = sum((fund.executed for fund in report.sources), Decimal(0))
    report.execution_points = report.execution_weight
    report.problems = report.problems.split("2.")[0]
    _without_statement(report)
    return True


@fault("unit_missing")
def no_unit(report: Report, rng: random.Random) -> bool:
    report.printed_unit = False
    _without_statement(report)
    return report.unit == "万元"


@fault("year_conflict")
def money_of_another_year(report: Report, rng: random.Random) -> bool:
    executed = report.money(report.total.executed) + report.unit
    annual = report.money(report.total.annual) + report.unit
    report.paragraphs = [f"{report.year - 1}年本项目全年预算{annual}，实际支出{executed}。"]
    return True


@fault("target_year")
def a_deadline_of_the_next_year(report: Report, rng: random.Random) -> bool:
    _row(report, "时效指标").target = f"{report.year + 1}年6月底前"
    return True


@fault("execution_score")
def points_that_the_rate_does_not_give(report: Report, rng: random.Random) -> bool:
    _without_statement(report)
    share = report.total.executed / report.total.annual
    report.execution_points = rounded(report.execution_weight * share, 0) + 1
    bands = {Decimal(10), Decimal(7), Decimal(5), Decimal(0)}
    fits_band = report.execution_weight == 10 and report.execution_points in bands
    initial = report.total.initial or report.total.annual
    other = report.execution_weight * min(report.total.executed / initial, Decimal(1))
    is_beyond = report.execution_points - report.execution_weight * share > Decimal("0.5")
    fits = abs(other - report.execution_points) < 1 or report.execution_points > report.execution_weight
    return is_beyond and not fits_band and not fits


@fault("full_marks_low_execution", "amount_order")
def full_marks_for_money_that_was_not_spent(report: Report, rng: random.Random) -> bool:
    for fund in report.sources:
        fund.initial = fund.annual
        fund.executed = rounded(fund.annual * Decimal("0.4"), 0 if report.decimals == 0 else 2)
    report.total.initial = report.total.annual
    report.total.executed = sum((fund.executed for fund in report.sources), Decimal(0))
    share = report.total.executed / report.total.annual
    report.execution_points = rounded(report.execution_weight * share, report.score_decimals)
    for row in report.rows:
        row.score, row.reason = row.weight, ""
    satisfied = _row(report, "服务对象满意度指标")
    satisfied.score -= satisfied.step or 1
    satisfied.reason = "问卷回收较少，部分群众反映活动次数偏少"
    report.problems = "1.问卷回收较少。2.预算执行率偏低，原因是招标结余资金较多，部分尾款按合同次年支付。"
    _without_statement(report)
    return True


@fault("all_full_marks")
def full_marks_for_everything(report: Report, rng: random.Random) -> bool:
    for row in report.rows:
        row.score, row.reason = row.weight, ""
    _without_statement(report)
    return report.total.executed / report.total.annual > Decimal("0.81")


@fault("criterion_step")
def points_taken_off_beside_the_step(report: Report, rng: random.Random) -> bool:
    row = _lost(report)[0]
    if row.step is None:
        return False
    row.score = row.weight - row.step - Decimal("0.3")
    _without_statement(report)
    return True


@fault("reason_missing")
def no_reason(report: Report, rng: random.Random) -> bool:
    for row in report.rows:
        row.reason = ""
    report.problems = "1.项目档案管理需要加强。"
    return True


@fault("problem_list_empty")
def no_problem_though_points_were_lost(report: Report, rng: random.Random) -> bool:
    report.problems = "无"
    report.suggestions = "无"
    return report.total.executed / report.total.annual > Decimal("0.81")


@fault("operator_violated", "target_unmet_in_text")
def full_marks_below_the_target(report: Report, rng: random.Random) -> bool:
    row = _row(report, "服务对象满意度指标")
    row.target, row.actual = "≥90%", "81%"
    return row.score == row.weight


@fault("target_too_low")
def far_over_a_low_target(report: Report, rng: random.Random) -> bool:
    row = _row(report, "数量指标")
    row.target = "≥10" + "".join(char for char in row.actual if not char.isdigit())
    row.actual = row.target.replace("≥10", "25")
    report.goal = "通过项目实施，解决群众反映集中的问题，提升公共服务能力。"
    report.completion = "工程质量经验收全部合格，投诉量比上年明显减少。"
    return True


@fault("target_unmet_in_text", "operator_violated")
def the_goal_says_more_than_was_done(report: Report, rng: random.Random) -> bool:
    report.goal = "计划采购洒水车9辆，解决群众反映集中的问题，提升公共服务能力。"
    report.completion = "全年实际采购洒水车2辆，投诉量比上年明显减少。"
    row = _row(report, "数量指标")
    row.name, row.target, row.actual = "作业覆盖率", "100%", "100%"
    for other in report.rows:
        if other.level1 == "产出指标":
            other.score, other.reason = other.weight, ""
    _without_statement(report)
    return bool(_lost(report))


@fault("completion_copied")
def the_completion_is_the_goal(report: Report, rng: random.Random) -> bool:
    report.completion = report.goal
    return True


@fault("indicator_unquantified")
def no_target(report: Report, rng: random.Random) -> bool:
    _row(report, "质量指标").target = ""
    return True


@fault("indicator_duplicate")
def one_indicator_twice(report: Report, rng: random.Random) -> bool:
    row = _row(report, "质量指标")
    half = row.weight / 2
    index = report.rows.index(row)
    row.weight = row.score = half
    report.rows.insert(
        index, Scored(row.level1, row.level2, row.name, row.target, row.actual, half, half, "", row.step)
    )
    return True


@fault("indicator_name_empty")
def an_indicator_without_a_name(report: Report, rng: random.Random) -> bool:
    _row(report, "质量指标").name = ""
    return True


@fault("template_leftover")
def a_prompt_left_in_the_form(report: Report, rng: random.Random) -> bool:
    report.goal += rng.choice(("（可根据项目实际情况填写）", "……（请填写具体目标）", "XX单位负责实施。"))
    return True


@fault("executed_missing", "execution_score", "rate_amounts")
def nothing_said_of_what_was_spent(report: Report, rng: random.Random) -> bool:
    report.executed_blank = True
    _without_statement(report)
    return True


@fault("ratio_in_text")
def a_ratio_that_does_not_compute(report: Report, rng: random.Random) -> bool:
    report.paragraphs.append("全年计划开展巡查120次，实际开展90次，完成率95%。")
    return True


@fault("score_text_table")
def another_total_in_prose(report: Report, rng: random.Random) -> bool:
    score = report.score - Decimal("0.7")
    report.paragraphs = [f"经综合评定，项目自评总得分{plain(score)}分。"]
    return True


@fault("amount_text_table", "rate_amounts", "amount_order")
def another_amount_in_prose(report: Report, rng: random.Random) -> bool:
    amount = report.money(report.total.annual + 13) + report.unit
    report.paragraphs = [f"{report.year}年本项目全年预算{amount}。"]
    return True


@fault("rate_conflict", "rate_amounts")
def another_rate_in_prose(report: Report, rng: random.Random) -> bool:
    share = report.total.executed / report.total.annual * 100
    report.paragraphs = [f"本项目预算执行率{rounded(share - 11, 2)}%。"]
    others = [fund.executed / fund.annual * 100 for fund in report.sources]
    initial = report.total.executed / report.total.initial * 100 if report.total.initial else Decimal(0)
    return all(abs(rate - share + 11) > 1 for rate in [*others, initial])
