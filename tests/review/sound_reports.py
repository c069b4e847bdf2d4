"""A model of a sound self-evaluation report, drawn at random: weights, scores, rates, and every legitimate rounding.

Amounts are exact first and printed afterwards, each at the report's precision, so that sums and quotients of what is
printed are off by rounding and by nothing else.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

DISTRICTS = ("五华区", "盘龙区", "官渡区", "西山区", "安宁市", "富民县", "嵩明县", "石林彝族自治县")
OFFICES = ("水务局", "交通运输局", "教育体育局", "卫生健康局", "农业农村局", "民政局", "文化和旅游局", "林业和草原局")
WORKS = {
    "农村道路养护": ("养护道路", "公里"),
    "中小学设备购置": ("购置设备", "台"),
    "乡村医生培训": ("培训乡村医生", "人次"),
    "河道清淤": ("清理河道", "千米"),
    "老旧小区改造": ("改造楼栋", "栋"),
    "文化下乡": ("开展演出", "场"),
    "森林防火": ("新建蓄水池", "座"),
    "高标准农田建设": ("建成农田", "亩"),
}
SERIALS = "一二三四五六七八九十"
LOST = (
    "部分工作受雨季影响推迟",
    "个别环节衔接不够及时",
    "宣传力度不足，参与面偏小",
    "验收资料补充较晚",
    "基层人手紧张，进度略慢",
)
GRADES = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))


def rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@dataclass(slots=True)
class Fund:
    """One line of the money table, exact, in 万元."""

    label: str
    initial: Decimal
    annual: Decimal
    executed: Decimal


@dataclass(slots=True)
class Scored:
    """One indicator row. `step`: what the criterion takes off at a time, None where the form has no criteria."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: Decimal
    score: Decimal
    reason: str = ""
    step: Decimal | None = None


@dataclass(slots=True)
class Report:
    """One report as it will be printed; a fault changes some of this and leaves the rest."""

    year: int
    project: str
    organization: str
    department: str
    unit: str
    decimals: int
    rate_decimals: int
    score_decimals: int
    total: Fund
    sources: list[Fund]
    execution_weight: Decimal
    execution_points: Decimal
    rows: list[Scored]
    goal: str
    completion: str
    problems: str
    suggestions: str
    paragraphs: list[str] = field(default_factory=list)
    level_weights: dict[str, Decimal] = field(default_factory=dict)
    printed_unit: bool = True
    printed_rate: str | None = None
    printed_total: Decimal | None = None
    printed_grade: str | None = None
    executed_blank: bool = False
    contact: str = "填报人：经办　　联系电话：另册"

    @property
    def score(self) -> Decimal:
        """What the rows and the points for the execution rate sum to."""
        return self.execution_points + sum((row.score for row in self.rows), Decimal(0))

    @property
    def grade(self) -> str:
        shown = self.score if self.printed_total is None else self.printed_total
        return next(word for bound, word in GRADES if shown >= bound)

    def money(self, number: Decimal) -> str:
        """An amount in the report's unit at its precision."""
        shown = number if self.unit == "万元" else number * 10000
        return f"{rounded(shown, self.decimals):,}" if self.unit == "元" else f"{rounded(shown, self.decimals)}"

    def rate(self, fund: Fund) -> str:
        return f"{rounded(fund.executed / fund.annual * 100, self.rate_decimals)}%" if fund.annual else "—"


def sound_report(serial: int, rng: random.Random) -> Report:
    """A report in which nothing is wrong. Its serial number makes its names unlike those of all others."""
    name = "".join(SERIALS[int(digit)] for digit in str(serial))
    district, work = rng.choice(DISTRICTS), rng.choice(list(WORKS))
    organization = f"{district}{rng.choice(OFFICES)}第{name}管理站"
    unit, decimals = rng.choice([("万元", 2), ("万元", 2), ("万元", 4), ("万元", 6), ("万元", 0), ("元", 2), ("元", 0)])
    total, sources = _funds(rng, decimals if unit == "万元" else decimals + 4)
    scheme = rng.choice(_SCHEMES)
    score_decimals = rng.choice((0, 1, 2))
    weight = scheme["execution"]
    share = min(total.executed / total.annual, Decimal(1))
    rows, goal, completion = _rows(rng, scheme, work)
    problems = f"1.{next(row.reason for row in rows if row.reason)}。"
    if share < Decimal("0.8"):
        problems += "2.预算执行率偏低，原因是招标结余资金较多，部分尾款按合同次年支付。"
    report = Report(
        year=rng.choice((2022, 2023, 2024)),
        project=f"{work}项目（第{name}标段）",
        organization=organization,
        department=organization.split("第")[0],
        unit=unit,
        decimals=decimals,
        rate_decimals=rng.choice((0, 1, 2, 2)),
        score_decimals=score_decimals,
        total=total,
        sources=sources,
        execution_weight=weight,
        execution_points=rounded(weight * share, score_decimals),
        rows=rows,
        goal=goal,
        completion=completion,
        problems=problems,
        suggestions="进一步细化实施计划，提前做好前期准备。",
    )
    if rng.random() < 0.5:
        report.level_weights = weights_by_level(report)
    if rng.random() < 0.5:
        report.paragraphs.append(_statement(report, rng))
    return report


def weights_by_level(report: Report) -> dict[str, Decimal]:
    """What the rows of each level 1 weigh together."""
    weights: dict[str, Decimal] = {}
    for row in report.rows:
        weights[row.level1] = weights.get(row.level1, Decimal(0)) + row.weight
    return weights


_PARTS = ("execution", "output", "cost", "benefit", "satisfaction")
_SCHEMES: tuple[dict[str, Decimal], ...] = tuple(
    {name: Decimal(points) for name, points in zip(_PARTS, split, strict=True)}
    for split in ((10, 50, 0, 30, 10), (10, 40, 20, 20, 10), (20, 40, 0, 30, 10), (10, 40, 10, 30, 10))
)


def _funds(rng: random.Random, decimals: int) -> tuple[Fund, list[Fund]]:
    """The total and its sources. Amounts printed as integers are integers; others have digits that are not printed."""
    digits = decimals if decimals in (0, 4) else decimals + rng.choice((0, 0, 2))
    labels = ["其中：当年财政拨款", "上年结转资金", "其他资金"][: rng.choice((1, 2, 3))]
    sources = []
    for label in labels:
        annual = rounded(Decimal(rng.uniform(8, 900)), digits)
        initial = annual if rng.random() < 0.6 else rounded(annual * Decimal(rng.choice((0, 0.8, 1.1))), digits)
        share = rng.choice((Decimal(1), Decimal(rng.uniform(0.82, 1)), Decimal(rng.uniform(0.55, 0.8))))
        sources.append(Fund(label, initial, annual, min(annual, rounded(annual * share, digits))))
    total = Fund(
        "年度资金总额",
        sum((fund.initial for fund in sources), Decimal(0)),
        sum((fund.annual for fund in sources), Decimal(0)),
        sum((fund.executed for fund in sources), Decimal(0)),
    )
    return total, sources


def _rows(rng: random.Random, scheme: dict[str, Decimal], work: str) -> tuple[list[Scored], str, str]:
    """Indicator rows whose weights fill the scheme, two of which lost points, with the goal and its completion."""
    noun, unit = WORKS[work]
    count = rng.randint(12, 480)
    done = count + rng.choice((0, 0, rng.randint(1, max(count // 10, 1))))
    quantity, quality, timely = _split(rng, scheme["output"], 3)
    year_end = rng.choice(("12月底前", "11月底前"))
    rows = [
        Scored("产出指标", "数量指标", f"{noun}数量", f"≥{count}{unit}", f"{done}{unit}", quantity, quantity),
        Scored("产出指标", "质量指标", "验收合格率", "=100%", "100%", quality, quality),
        Scored("产出指标", "时效指标", "完成时间", year_end, rng.choice(("11月", "10月")), timely, timely),
    ]
    if scheme["cost"]:
        limit = rng.randint(3, 90)
        spent = f"{rounded(limit * Decimal(rng.uniform(0.8, 1)), 2)}万元"
        cost = scheme["cost"]
        rows.append(Scored("成本指标", "经济成本指标", "单位建设成本", f"≤{limit}万元", spent, cost, cost))
    social, lasting = _split(rng, scheme["benefit"], 2)
    rows += [
        Scored("效益指标", "社会效益指标", "公共服务能力提升", "有效提升", "有所提升", social, social),
        Scored("效益指标", "可持续影响指标", "长效管护机制", "建立", "已建立", lasting, lasting),
    ]
    share = rng.randint(85, 94)
    satisfied = scheme["satisfaction"]
    rows.append(
        Scored(
            "满意度指标",
            "服务对象满意度指标",
            "群众满意度",
            f"≥{share}%",
            f"{share + rng.randint(0, 5)}%",
            satisfied,
            satisfied,
        )
    )
    with_criteria = rng.random() < 0.3
    for row in rows:
        row.step = Decimal(rng.choice(("0.5", "1", "2"))) if with_criteria else None
    for row in rng.sample([row for row in rows if row.level1 == "效益指标" or row.level2 == "时效指标"], 2):
        row.score -= row.step * rng.choice((1, 2)) if row.step else Decimal(rng.choice(("0.5", "1", "1.5", "2")))
        row.reason = rng.choice(LOST)
    goal = f"通过项目实施，年内{noun}{count}{unit}，解决群众反映集中的问题，提升公共服务能力。"
    completion = f"截至年末共{noun}{done}{unit}，工程质量经验收全部合格，投诉量比上年明显减少。"
    return rows, goal, completion


def _split(rng: random.Random, points: Decimal, parts: int) -> list[Decimal]:
    """Weights of at least four points that sum to `points`, in steps of a half."""
    cuts = sorted(rng.sample(range(8, int(points * 2) - 8, 8), parts - 1))
    edges = [0, *cuts, int(points * 2)]
    return [Decimal(after - before) / 2 for before, after in pairwise(edges)]


def _statement(report: Report, rng: random.Random) -> str:
    """A sentence that repeats the table's figures, each rounded as it likes."""
    share = report.total.executed / report.total.annual * 100
    shown = f"{rounded(share, rng.choice((0, 1, 2)))}%"
    annual, executed = (report.money(amount) + report.unit for amount in (report.total.annual, report.total.executed))
    return (
        f"{report.year}年本项目全年预算{annual}，实际支出{executed}，预算执行率{shown}。"
        f"项目自评得分{plain(report.score)}分，自评等级为“{report.grade}”。"
    )


def plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
