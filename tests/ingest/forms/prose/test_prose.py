import pytest

from ingest.forms.prose.mention import Mention
from ingest.forms.prose.mentions import mentions
from support.documents import rows
from support.told import extracted, total


def read(*paragraphs: str) -> list[Mention]:
    return mentions([(row, row.cells[0]) for row in rows(*paragraphs)])


def told(*paragraphs: str) -> list[tuple[str, str]]:
    return [(mention.measure, mention.figure.value_text) for mention in read(*paragraphs)]


def test_budget_spending_and_rates_of_a_sentence() -> None:
    assert told("全年预算数为 83.67 万元，全年执行数为 0 万元，资金到位率 100%，预算执行率 0%。") == [
        ("annual_budget", "83.67"),
        ("executed", "0"),
        ("funds_received_rate", "100"),
        ("execution_rate", "0"),
    ]


def test_money_and_rates_of_something_else() -> None:
    text = "固定资产投资任务48亿元，已完成245133万元，完成率51%；引进省外产业到位资金11.7亿元，完成目标任务195%。"
    assert {measure for measure, _ in told(text)} == {"other_amount", "other_rate"}


def test_a_breakdown_belongs_to_the_figure_before_it() -> None:
    found = read("项目预算总额为100万元，其中：办公经费65万元；综合业务（如宣传、培训等）保障经费33万元；社建经费2万。")
    total = found[0]
    assert [(m.item, str(m.figure.number), m.measure) for m in found[1:]] == [
        ("办公经费", "65", "annual_budget"),
        ("综合业务（如宣传、培训等）保障经费", "33", "annual_budget"),
        ("社建经费", "2", "annual_budget"),
    ]
    assert all(m.broken_down is total for m in found[1:])


def test_what_is_said_to_be_spent_behind_a_breakdown_is_no_part_of_it() -> None:
    found = read("下达资金500万元，其中中央资金300万元、省级资金200万元，目前中央和省级资金480万元已全部支付。")
    assert [(m.measure, m.figure.value_text, m.broken_down is found[0]) for m in found] == [
        ("appropriated", "500", False),
        ("appropriated", "300", True),
        ("appropriated", "200", True),
        ("executed", "480", False),
    ]
    assert told("该项目预算500万元，480万元已支付完毕。") == [("annual_budget", "500"), ("executed", "480")]
    assert told("市财政下达资金500万元已全部支付。") == [("appropriated", "500")], "what was given is told first"


def test_the_subject_of_a_sentence_holds_for_its_other_figures() -> None:
    found = read(
        "“三公”经费支出预算为228.47万元，支出决算为104.70万元，完成预算的45.83%。其中：因公出国（境）费支出决算为0.94万元。"
    )
    assert [(m.measure, m.category, m.item) for m in found] == [
        ("annual_budget", "three_public", None),
        ("executed", "three_public", None),
        ("execution_rate", "three_public", None),
        ("executed", None, "因公出国（境）费"),
    ]


def test_the_year_of_a_figure_stands_in_its_own_clause() -> None:
    assert read("2023年12月要建成系统，预算经费60万元。")[0].year is None
    assert read("由县财政于2025年列入年初预算32万元")[0].year == 2025
    assert read("截止2024年12月31日，我单位支出129.94万元")[0].year == 2024


def test_scores_of_sections_and_of_the_whole() -> None:
    text = "最终评价总分100分，自评得分97分；其中：决策25分，自评得分25分；过程15分，自评得分14分。"
    assert told(text) == [
        ("section_weight", "100"),
        ("total_score", "97"),
        ("section_weight", "25"),
        ("section_score", "25"),
        ("section_weight", "15"),
        ("section_score", "14"),
    ]
    assert read(text)[5].about == "过程自评得分"


def test_deductions_and_bounds_are_no_scores() -> None:
    assert told("根据评分标准扣1分。100-90（含）分为优，60分以下为差") == []


def test_a_sentence_cut_by_a_page_break_keeps_its_subject() -> None:
    assert told("本项目由县财政安排并严格按照计划使用，截至年底项目资金实际支出", "31.48万元，严格控制。") == [
        ("executed", "31.48")
    ]


def test_every_quote_holds_its_figure() -> None:
    long = "背景" * 200 + "，全年执行数为31.48万元，" + "说明" * 200
    for mention in read(long):
        assert mention.figure.value_text in mention.evidence.quote


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("项目得分：产出指标48分，效益指标29分，满意度10分，预算执行9.75分，合计96.75分。", "96.75"),
        ("指标体系：产出指标50分，效益指标30分，满意度10分，合计90分。", None),
        ("得分权重：产出指标50分，效益指标30分，满意度10分，合计90分。", None),
        ("项目得分：产出指标48分，效益指标29分，满意度10分，预算执行9.75分，合计97分。", None),
    ],
)
def test_what_bare_points_come_to(text: str, score: str | None) -> None:
    assert total(extracted("东山县2023年社区养老服务项目支出绩效自评报告", text)) == score


@pytest.mark.parametrize(
    ("givers", "level"),
    [
        ("中央、市级下达", None),
        ("中、省下达", None),
        ("中央和地方财政下达", None),
        ("省下达", "provincial"),
        ("市级财政下达", "prefecture"),
    ],
)
def test_what_several_gave_together_is_of_no_level(givers: str, level: str | None) -> None:
    read_of_it = extracted("2023年残疾人补助项目绩效自评报告", f"2023年{givers}补助资金合计500万元，支出480万元。")
    headline = next(line for line in read_of_it.funding_lines if line.is_headline)
    assert headline.fund_level == level
