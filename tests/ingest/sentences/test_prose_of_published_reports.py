"""What published reports say of money: of documents that they name, of several years, of whole divisions, of what is
left for the next year. Expectations are written by hand."""

from __future__ import annotations

import pytest

from ingest.records import Extraction
from support.told import extracted, money

PROJECT = "东山县水利局2023年度塘坝整治项目支出绩效自评报告"


def report(*paragraphs: str) -> Extraction:
    return extracted(PROJECT, *paragraphs)


def loose(found: Extraction) -> list[tuple[str, str]]:
    """The figures that are no cell of a funding line."""
    return [(amount.measure, amount.value_text) for amount in found.amounts if not amount.is_line_cell]


def details(found: Extraction) -> list[str]:
    return [notice.detail.partition(" / ")[0] for notice in found.notices]


@pytest.mark.parametrize(
    ("funds", "lines"),
    [
        ("中央资金60万元，地方资金40万元", {"中央资金": "60", "地方资金": "40"}),
        ("中央补助60万元，地方配套40万元", {"中央补助": "60", "地方配套": "40"}),
        (
            "中央资金60万元，地方配套资金30万元，其他资金10万元",
            {"中央资金": "60", "地方配套资金": "30", "其他资金": "10"},
        ),
    ],
)
@pytest.mark.parametrize(
    ("whole", "measure"),
    [("项目预算", "annual_budget"), ("项目资金", "appropriated"), ("纳入评价的资金共", "appropriated")],
)
def test_local_funds_are_a_part(funds: str, lines: dict[str, str], whole: str, measure: str) -> None:
    found = report(f"{whole}100万元，其中：{funds}。")
    assert money(found) == {
        f"{whole} *": {measure: "100 wan"},
        **{label: {measure: f"{value} wan"} for label, value in lines.items()},
    }
    assert loose(found) == []


def test_a_document_that_is_named_is_no_budget() -> None:
    found = report(
        "以《关于下达2023年第二批治理资金预算的通知》（青财〔2023〕7号）将该笔资金下拨至河西镇，“甲地块调查”（272万元）和"
        "“乙地块治理”（165万元）。"
    )
    assert money(found) == {"甲地块调查": {"appropriated": "272 wan"}, "乙地块治理": {"appropriated": "165 wan"}}


def test_a_document_that_is_named_gives_no_category() -> None:
    found = report(
        "根据《关于下达2023年基本支出和项目支出预算的通知》文件，县财政局拨入专项经费20万元；上级补助48.41万元。"
        "支出68.41万元，执行率100%。"
    )
    assert money(found) == {
        "县财政局拨入专项经费": {"appropriated": "20 wan"},
        "上级补助": {"appropriated": "48.41 wan"},
        "支出 *": {"executed": "68.41 wan", "execution_rate": "100 percent"},
    }


def test_a_document_that_is_named_without_marks() -> None:
    found = report("关于提前下达2023年维修资金预算的通知中央3.07万元，实际支出3万元。")
    assert [list(cells) for cells in money(found).values()] == [["appropriated", "executed"]]


@pytest.mark.parametrize(
    "line",
    [
        "《关于追加资金的通知》下达后，项目调整后预算120万元，执行数110万元。",
        "关于预算，全年预算数120万元，执行数110万元。",
    ],
)
def test_a_budget_beside_a_document(line: str) -> None:
    (cells,) = money(report(line)).values()
    assert cells == {"annual_budget": "120 wan", "executed": "110 wan"}


def test_a_quota_is_the_budget() -> None:
    found = report("县财政划给我局顾问经费，指标金额是110万元，实际拨付金额是108万元。")
    assert money(found) == {"指标金额 *": {"annual_budget": "110 wan", "appropriated": "108 wan"}}
    assert money(report("数量指标10个，得分率90%，执行数100万元。")) == {"执行数 *": {"executed": "100 wan"}}


def test_what_is_left_for_the_next_year_is_not_spent() -> None:
    found = report("本年收入83.7万元，当年安排支出176万元，当年实际支出92.3万元，结转下年使用资金83.7万元。")
    assert money(found) == {"当年安排支出 *": {"appropriated": "176 wan", "executed": "92.3 wan"}}
    assert loose(found) == [("revenue", "83.7"), ("carryover", "83.7")]
    assert details(found) == []


def test_a_sum_of_two_years_is_the_budget_of_none() -> None:
    found = report("2022年、2023年建设资金共计1838万元，实际支出900万元。")
    assert money(found) == {"实际支出 *": {"executed": "900 wan"}}
    assert loose(found) == [("other_amount", "1838")]


@pytest.mark.parametrize("span", ["2020—2023年", "2020年至2023年", "2020-2023年度", "2020——2023年期间"])
def test_money_of_a_span_of_years(span: str) -> None:
    found = report(f"{span}，市财政安排专项资金1356万元。2023年安排350万元，实际支出340万元。")
    assert list(money(found).values()) == [{"appropriated": "350 wan", "executed": "340 wan"}]
    assert loose(found) == [("other_amount", "1356")]


@pytest.mark.parametrize("time", ["2022—2023学年", "2023年1月至2023年12月", "2023年"])
def test_money_of_one_year(time: str) -> None:
    assert list(money(report(f"{time}，市财政安排专项资金350万元。")).values()) == [{"appropriated": "350 wan"}]


def test_what_all_of_a_province_spent() -> None:
    found = report(
        "2023年省财政共安排救助资金178万元，其中低保150万元、临时救助28万元。",
        "2023年全省共支出救助资金694万元，其中低保508万元、临时救助186万元。",
    )
    assert money(found) == {
        "省财政共安排救助资金 *": {"appropriated": "178 wan"},
        "低保": {"appropriated": "150 wan"},
        "临时救助": {"appropriated": "28 wan"},
    }
    assert loose(found) == [("executed", "694"), ("executed", "508"), ("executed", "186")]
    assert details(found) == ["支出范围大于预算范围，无法判断本报告的支出"]


def test_what_all_of_a_county_spent_of_its_budget() -> None:
    found = report(
        "县财政安排100万元，其中低保60万元、临时救助40万元。全县共发放95万元，其中低保57万元、临时救助38万元。"
    )
    assert money(found) == {
        "县财政安排 *": {"appropriated": "100 wan", "executed": "95 wan"},
        "低保": {"appropriated": "60 wan", "executed": "57 wan"},
        "临时救助": {"appropriated": "40 wan", "executed": "38 wan"},
    }


def test_words_behind_a_figure_are_not_of_the_next_one() -> None:
    found = report("县财政下达资金80万元。", "将20万元资金下拨用于清洁取暖，47万元资金用于设备改造。")
    assert money(found) == {"县财政下达资金 *": {"appropriated": "80 wan"}}
    assert loose(found) == [("other_amount", "20"), ("other_amount", "47")]
    assert details(found) == []


@pytest.mark.parametrize("giver", ["红河州", "东山县", "江城市"])
def test_a_giver_with_its_own_name(giver: str) -> None:
    found = report(f"{giver}财政局下达资金30万元，省财政下达资金20万元。支出50万元。")
    assert money(found) == {
        f"{giver}财政局下达资金": {"appropriated": "30 wan"},
        "省财政下达资金": {"appropriated": "20 wan"},
        "支出 *": {"executed": "50 wan"},
    }


def test_what_a_review_of_the_costs_fixed_is_no_budget() -> None:
    found = report("下达专项经费873万元。", "一是修缮工程第三方审定预算控制数为545万元。")
    assert money(found) == {"下达专项经费 *": {"appropriated": "873 wan"}}
    assert loose(found) == [("other_amount", "545")]
    (cells,) = money(report("部门预算控制数100万元，全年支出90万元。")).values()
    assert cells == {"annual_budget": "100 wan", "executed": "90 wan"}


@pytest.mark.parametrize(
    "line",
    ["年度资金总额：40004000100%", "年度资金总额50万元47.6895.00%", "其中：中央补助3.12.899.5%", "执行率18100.00%"],
)
def test_figures_run_together_are_told(line: str) -> None:
    found = report("项目预算4000万元。", line)
    (unplaced,) = found.unplaced
    assert unplaced.value_text == line.split("额：")[-1].split("万元")[-1].split("补助")[-1].removeprefix("执行率")
    assert not any(amount.measure.endswith("rate") for amount in found.amounts)


def test_numbers_of_sections_and_days_are_no_figures() -> None:
    assert report("项目预算4000万元。", "按照2022.3.15的方案，3.2.1节要求完成。").unplaced == []


def test_a_form_of_figures_run_together_is_told() -> None:
    found = extracted("塘坝整治补助资金绩效目标自评表", "全年预算数全年执行数预算执行率", "年度资金总额：40004000100%")
    assert [report.project_name for report in found.reports] == ["塘坝整治补助资金"]
    assert [unplaced.value_text for unplaced in found.unplaced] == ["40004000100%"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("项目预算由年初的100万元调整为120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        ("项目预算由100万元调整至120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        ("年初预算100万元，年中调减到80万元", {"initial_budget": "100 wan", "annual_budget": "80 wan"}),
        ("年初预算100万元，预算调整为120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        ("年初预算100万元，追加至120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        ("项目预算由年初的100万元增加到120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        ("年初预算100万元，调整预算数120万元", {"initial_budget": "100 wan", "annual_budget": "120 wan"}),
        (
            "年初预算数100万元，调整预算数20万元，全年预算数120万元",
            {"initial_budget": "100 wan", "budget_adjustment": "20 wan", "annual_budget": "120 wan"},
        ),
        ("年初预算100万元，预算调整数为20万元", {"initial_budget": "100 wan", "budget_adjustment": "20 wan"}),
        ("年初预算100万元，调整20万元", {"initial_budget": "100 wan", "budget_adjustment": "20 wan"}),
        ("年初预算100万元，追加20万元", {"initial_budget": "100 wan", "budget_adjustment": "20 wan"}),
        (
            "年初预算100万元，追加20万元，全年预算120万元",
            {"initial_budget": "100 wan", "budget_adjustment": "20 wan", "annual_budget": "120 wan"},
        ),
    ],
)
def test_what_a_budget_is_adjusted_to(line: str, cells: dict[str, str]) -> None:
    assert list(money(report(f"{line}，支出70万元。")).values()) == [cells | {"executed": "70 wan"}]


def test_what_else_is_raised_is_no_budget() -> None:
    found = report("全年预算120万元，支出70万元。村集体收入由100万元增加到130万元。")
    assert list(money(found).values()) == [{"annual_budget": "120 wan", "executed": "70 wan"}]


def test_whole_numbers_among_others_that_are_printed_twice_are_told() -> None:
    found = report("项目预算5050万元，实际到位31.531.5万元，支出28.4万元。")
    (cells,) = money(found).values()
    assert cells == {"executed": "28.4 wan"}
    assert [unplaced.value_text for unplaced in found.unplaced] == ["5050", "31.531.5万元"]
    assert money(report("项目预算5050万元，支出4848万元。")) != {}


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("2023年办班等专项资金92.4万元，全额拨付到位。", "funds_received"),
        ("2023年办班等专项资金92.4万元，资金已全部到位。", "funds_received"),
        ("办班资金10万元、设备资金92.4万元，全部拨付到位。", "other_amount"),
        ("2023年自筹资金92.4万元，全部到位。", "other_amount"),
        ("签约项目12个，协议资金92.4万元，资金全额到位。", "other_amount"),
        ("收取学费资金92.4万元，全部到账。", "other_amount"),
        ("2023年专项资金92.4万元，全部到位后再行分配。", "other_amount"),
    ],
)
def test_the_clause_behind_an_amount_says_that_it_was_received(sentence: str, measure: str) -> None:
    assert [amount.measure for amount in report(sentence).amounts if amount.value_text == "92.4"] == [measure]


def test_the_rate_of_the_next_sentence_says_that_the_only_spending_is_all() -> None:
    found = report(
        "2023年预算飞行经费共计979.2万元，其中中央资金781万元，省级资金198.2万元。",
        "实际执行飞行经费910.95万元，结余68.25万元。项目执行率93.03%。",
    )
    assert [(amount.measure, amount.value_text) for amount in found.amounts if amount.line_no == 1] == [
        ("annual_budget", "979.2"),
        ("executed", "910.95"),
        ("execution_rate", "93.03"),
    ]
    assert not details(found)


def test_a_rate_that_is_another_share_says_nothing_of_the_spending_before_it() -> None:
    found = report(
        "2023年预算飞行经费共计979.2万元。",
        "实际执行飞行经费910.95万元，结余68.25万元。项目执行率88%。",
    )
    assert [amount.line_no for amount in found.amounts if amount.measure == "executed"] == [None]


@pytest.mark.parametrize(
    ("paragraphs", "score"),
    [
        (("（一）自评得分", "100分。"), "100"),
        (("（一）自评得分", "96.5分"), "96.5"),
        (("根据取得的成效，自评绩效等级为“优”，分数为97分。",), "97"),
        (("项目自评等级为优，分数97分。",), "97"),
    ],
)
def test_scores_below_their_label_and_behind_their_grade(paragraphs: tuple[str, ...], score: str) -> None:
    found = report(*paragraphs)
    assert [amount.value_text for amount in found.amounts if amount.measure == "total_score"] == [score]


@pytest.mark.parametrize("sentence", ["满意度评价等级为优，分数为97分。", "学员考试成绩等级为优，分数为97分。"])
def test_scores_behind_the_grade_of_something_else(sentence: str) -> None:
    assert not [amount for amount in report(sentence).amounts if amount.measure == "total_score"]


def test_the_whole_named_again_by_the_end_of_its_name_is_no_part_of_itself() -> None:
    found = report("下达市级水利建设专项资金20万元，其中专项资金20万元于2023年3月全部到位，设备费5万元。")
    assert list(money(found)) == ["下达市级水利建设专项资金 *", "设备费"]


def test_a_part_that_is_as_much_as_its_whole_keeps_its_own_name() -> None:
    found = report("项目预算资金20万元，其中：专项资金20万元。")
    assert [label for label in money(found) if "专项" in label] == ["专项资金"]


def test_a_part_that_is_called_by_nothing_but_its_measure_names_no_other_amount() -> None:
    found = report(
        "项目支出预算资金为28万元，其中：财政拨款安排项目2个，预算资金为20万元，即：设备费12万元、维修费8万元。",
        "上年结转项目1个，预算资金为8万元。",
    )
    assert "8" not in [amount.value_text for amount in found.amounts if amount.line_no == 2 and amount.is_line_cell]
    assert details(found) == ["另有不同的预算金额"]


@pytest.mark.parametrize("end", ["95%10", "95%以上10", "100%7.5"])
def test_points_run_into_the_target_before_them_are_told(end: str) -> None:
    found = report("项目预算20万元，支出19万元。", f"资助对象满意度达到目标值{end}")
    assert [unplaced.value_text for unplaced in found.unplaced] == [end.split("%")[1].removeprefix("以上")]


def test_a_rate_at_the_end_and_other_figures_behind_one_are_read() -> None:
    found = report("项目预算20万元，支出19万元。", "资助对象满意度达到95%", "满意度95%，较上年提高3个百分点")
    assert not found.unplaced


def test_a_year_in_the_name_of_a_part_is_not_when_it_was_given() -> None:
    found = report("年中追加项目资金100万元，其中：培训40万元；设备35万元；2022年省级救灾经费25万元。")
    assert sorted(money(found)) == ["培训", "年中追加项目资金 *", "省级救灾经费", "设备"]


@pytest.mark.parametrize(
    "parts",
    ["2022年培训60万元；设备40万元", "培训40万元；设备35万元；2022年省级救灾经费20万元"],
)
def test_parts_of_other_years_that_do_not_come_to_the_whole_or_are_half_of_it(parts: str) -> None:
    found = report(f"年中追加项目资金100万元，其中：{parts}。")
    assert {amount.line_no for amount in found.amounts if amount.year == 2022} == {None}


def test_what_is_more_than_the_part_named_before_it_is_not_of_that_part() -> None:
    found = report(
        "2023年下达公益金113万元，其中养老机构项目48万元、社工站项目15万元、幸福院项目50万元。",
        "1.养老机构项目：下达公益金48万元，其中：东院补贴19万元，西院补贴17万元，北院补贴12万元，到位资金48万元。",
        "2.社工站项目：下达公益金15万元，到位资金15万元。",
        "3.幸福院项目：下达公益金50万元，到位资金50万元。",
    )
    held = {line.line_label: line.line_no for line in found.funding_lines}
    received = {amount.line_no: amount.value_text for amount in found.amounts if amount.measure == "funds_received"}
    assert "48" not in {received.get(number) for label, number in held.items() if "补贴" in label}
    assert received.get(1) is None


def test_the_money_of_a_document_that_another_level_sent_is_of_who_gave_it() -> None:
    found = report("根据《南岭省财政厅关于下达2023年福彩公益金的通知》，共下达我市中央福彩公益金870.2万元。")
    assert [line.fund_level for line in found.funding_lines] == ["central"]


def test_points_without_their_unit_behind_the_units_own_score() -> None:
    found = report("对照评分表逐项打分，自评分数100。")
    assert [amount.value_text for amount in found.amounts if amount.measure == "total_score"] == ["100"]


def test_what_was_received_in_full_of_an_amount_without_a_word_says_that_this_was_given() -> None:
    found = report("2023年塘坝整治项目50万元，实际到位45万元，到位率90%。")
    assert [(amount.measure, amount.value_text) for amount in found.amounts if amount.line_no == 1] == [
        ("appropriated", "50"),
        ("funds_received", "45"),
        ("funds_received_rate", "90"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "招商项目50万元，实际到位45万元，到位率90%。",
        "2023年塘坝整治项目50万元，实际到位45万元，到位率80%。",
        "年初预算60万元。塘坝整治项目50万元，实际到位45万元，到位率90%。",
    ],
)
def test_an_amount_that_its_share_does_not_name(sentence: str) -> None:
    assert [amount.measure for amount in report(sentence).amounts if amount.value_text == "50"] == ["other_amount"]
