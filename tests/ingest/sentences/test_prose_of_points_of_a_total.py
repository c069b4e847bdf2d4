"""Points that split a total, and points that are of no report: expectations written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted

TITLE = "东山县园林局2022年度部门整体绩效评价报告"


def told(*lines: str) -> tuple[list[tuple[str, str]], list[str]]:
    found = extracted(TITLE, *lines)
    scores = [(amount.measure, amount.value_text) for amount in found.amounts if amount.unit == "points"]
    unclear = [note.detail.rpartition("：")[2] for note in found.notices if "points of what" in note.detail]
    return scores, unclear


def test_what_comes_to_the_total_are_its_sections_whatever_they_are_called() -> None:
    scores, unclear = told(
        "整体绩效评价得分为93.28分，其中，当年预算执行情况19.28分，整体绩效目标实现情况56.5分，预算管理情况17.5分。"
    )
    assert scores == [
        ("total_score", "93.28"),
        ("section_score", "19.28"),
        ("section_score", "56.5"),
        ("section_score", "17.5"),
    ]
    assert unclear == []


def test_the_sections_may_stand_in_a_sentence_of_their_own() -> None:
    scores, unclear = told("综合评分88.5分，评定等级为“良”。其中：绩效管理20分，预算配置19.5分，职责履行49分。")
    assert scores == [
        ("total_score", "88.5"),
        ("section_score", "20"),
        ("section_score", "19.5"),
        ("section_score", "49"),
    ]
    assert unclear == []


def test_points_that_do_not_come_to_the_total_are_told() -> None:
    scores, unclear = told("整体绩效评价得分为93分，其中，预算执行情况19分，目标实现情况56分，预算管理情况17分。")
    assert (scores, unclear) == ([("total_score", "93")], ["19", "56", "17"])


def test_the_mean_of_several_projects_is_told_and_no_total() -> None:
    scores, unclear = told("12个项目自评平均得分93.6分。", "满意度调查平均得分92分。")
    assert (scores, unclear) == ([], ["93.6"])


def test_a_score_behind_a_rate_is_the_rate_s() -> None:
    for text in ("预算执行率=46.5÷50×100%=93%；得分9.3分。", "执行率93%；自评得分9.3分。", "到位率93%；得9.3分。"):
        assert told(text) == ([("section_score", "9.3")], [])
    scores, unclear = told("预算执行率93%；得9.3分；产出得分48分；自评得分94分。")
    assert scores == [("section_score", "9.3"), ("section_score", "48"), ("total_score", "94")]
    assert unclear == []


def test_a_score_that_is_too_large_for_the_section_named_first_is_the_total() -> None:
    assert told("执行率：95%；自评得分：94.5分。") == ([("total_score", "94.5")], [])
    assert told("产出指标：完成任务12个；得分48分。") == ([("section_score", "48")], [])


def test_a_few_points_of_which_no_word_says_that_they_are_all_are_told() -> None:
    assert told("预算执行率93%。得分9.3分。") == ([], ["9.3"])
    assert told("绩效自评得分9.3分。") == ([("total_score", "9.3")], [])


def test_the_full_mark_of_one_indicator_beside_its_score() -> None:
    scores, unclear = told("资金使用合规性得6分。该指标总分16分，得15.63分。自评总分95分。")
    assert scores == [
        ("section_score", "6"),
        ("section_weight", "16"),
        ("section_score", "15.63"),
        ("total_score", "95"),
    ]
    assert unclear == []


def test_a_score_behind_the_grade_that_was_given() -> None:
    for text in ("自评结论：优秀（95分）。", "项目自评等级为良，95分。", "综合评价结果为“优”（95分）。"):
        assert told(text) == ([("total_score", "95")], [])
    assert told("群众评议优秀（95分）。")[0] == []
    assert told("评价等级：优（90分以上）、良（80分以上）。")[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率指标自评9.84分，产出指标49分，效益指标29分，满意度指标10分，总得分97.84分。",
        "自评打分情况：预算执行率9.84分；产出指标49分；效益指标29分；满意度指标10分；合计97.84分。",
        "对照指标自评，预算执行率9.84分，产出49分，效益29分，满意度10分，合计97.84分，等级“优”。",
    ],
)
def test_what_stands_before_the_total_it_comes_to_are_scores(text: str) -> None:
    scores, unclear = told(text)
    assert [measure for measure, _ in scores] == ["section_score"] * 4 + ["total_score"]
    assert unclear == []


def test_a_total_without_a_unit() -> None:
    assert told("自评分值：92.5；自评等级：优。") == ([("total_score", "92.5")], [])


def test_points_of_an_indicator_that_only_the_heading_names() -> None:
    single = "1.预算编制。该指标分值5分，自评得分4分。"
    found = extracted(TITLE, "（二）履职效能分析", "该指标分值50分，自评得分48分。", single)
    assert [(amount.about, amount.measure, amount.value_text) for amount in found.amounts] == [
        ("履职效能", "section_weight", "50"),
        ("履职效能自评得分", "section_score", "48"),
        ("预算编制", "section_weight", "5"),
        ("预算编制自评得分", "section_score", "4"),
    ]


def test_points_below_a_heading_that_calls_them_the_score() -> None:
    assert told("三、自评得分", "98.6分，等级：优。") == ([("total_score", "98.6")], [])
    assert told("三、自评情况", "98.6分，等级：优。")[1] == ["98.6"]


def test_full_marks_in_brackets_behind_the_sections_of_a_total() -> None:
    found = extracted(TITLE, "自评得分96.5分，其中：投入指标14.5分（满分15分），产出指标82分（满分85分）。")
    assert [(amount.about, amount.measure, amount.value_text) for amount in found.amounts] == [
        ("自评得分", "total_score", "96.5"),
        ("投入指标", "section_score", "14.5"),
        ("投入指标", "section_weight", "15"),
        ("产出指标", "section_score", "82"),
        ("产出指标", "section_weight", "85"),
    ]


def test_scores_that_come_to_the_total_in_the_sentence_before_are_its_sections() -> None:
    assert told("自评得分91分，等级：优。其中：部门决策得分17分，部门管理得分35分，部门绩效得分39分。") == (
        [("total_score", "91"), ("section_score", "17"), ("section_score", "35"), ("section_score", "39")],
        [],
    )


def test_a_numbered_section_with_its_full_marks_before_its_score() -> None:
    sections = ("（一）职责履行良好（60分）。自评得分58分。", "（二）履职效益明显（40分）。自评得分39分。")
    assert told(*sections, "自评总得分97分。") == (
        [
            ("section_weight", "60"),
            ("section_score", "58"),
            ("section_weight", "40"),
            ("section_score", "39"),
            ("total_score", "97"),
        ],
        [],
    )
