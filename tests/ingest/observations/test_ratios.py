"""Which percentages of a sentence are taken for which quantities."""

import pytest

from ingest.observations.ratios import text_ratios
from ingest.observations.sentences import sentences
from support.documents import rows


def told(*paragraphs: str) -> list[str]:
    """One text a percentage: part of its possible bases = rate."""
    prose = sentences([(row, row.cells[0]) for row in rows(*paragraphs)])
    claims: dict[int, list[str]] = {}
    for ratio in text_ratios(1, prose):
        start = f"{ratio.about}: {ratio.rate_text} = {ratio.part_text} of"
        claims.setdefault(ratio.ratio_no, [start]).append(ratio.base_text)
    return [" ".join(claim) for claim in claims.values()]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("全年包装任务10个，已完成12个，完成率120%；", "完成率: 120% = 12个 of 10个"),
        ("应办结200件，已办结198件，办结率为99%。", "办结率: 99% = 198件 of 200件"),
        ("固定资产投资任务48亿元，已完成245133万元，完成率51%。", "完成率: 51% = 245133万元 of 48亿元"),
        ("城镇新增就业2975人，完成年度任务3500人的85%。", "完成年度任务: 85% = 2975人 of 3500人"),
        ("全年计划培训20期，实际完成18期，完成年度计划的90%。", "完成年度计划的: 90% = 18期 of 20期"),
        ("共有党员120名，其中女党员30名，占25%。", "占: 25% = 30名 of 120名"),
        ("抽查50批次，合格49批次，合格率98%。", "合格率: 98% = 49批次 of 50批次"),
        ("发放问卷100份，收回98份，回收率98%。", "回收率: 98% = 98份 of 100份"),
        ("实施项目86个，已完工82个，在建4个，完工率95.35%。", "完工率: 95.35% = 82个 of 86个"),
    ],
)
def test_words_that_tie_a_rate_to_two_quantities(text: str, claim: str) -> None:
    assert told(text) == [claim]


def test_several_possible_bases_are_all_kept() -> None:
    assert told("发放问卷200份，收回190份，其中满意180份，满意率94.74%。") == ["满意率: 94.74% = 180份 of 190份 200份"]


def test_each_rate_of_a_sentence_has_its_own_base() -> None:
    assert told("任务10个，完成12个，完成率120%，开工任务8个，完成10个，完成率125%。") == [
        "完成率: 120% = 12个 of 10个",
        "完成率: 125% = 10个 of 8个",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2023年办结100件，2024年办结120件，增长率20%。",
        "2023年办结100件，2024年办结90件，办结率95%。",
        "计划建设12公里，完成10公里，验收合格率100%。",
        "年初预算100万元，支出90万元，执行率80%。",
        "发放问卷100份，收回98份，满意度95%。",
        "城镇新增就业2975人，完成全年目标任务的85%。",
        "任务10个、8个，分别完成12个、10个，完成率分别为120%、125%。",
        "计划检查200家，检查180余家，完成率95%。",
        "现有企业120家，新增企业30家，占全市的5%。",
        "计划培训5期，完成培训300人，完成率100%。",
        "其中C级18户、D级18户，各占50%。",
        "抽检样品50批，不合格1批，合格率98%。",
        "计划改造40户，未完成4户，完成率90%。",
    ],
)
def test_other_percentages_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_sentence_that_a_page_break_cuts() -> None:
    first = "本年度认真组织实施各项工作任务，全年共应办结群众来信来访事项200件，按期"
    [claim] = told(first, "办结150件，办结率99%。")
    assert claim == "办结率: 99% = 150件 of 200件"
