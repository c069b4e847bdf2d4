"""Sentences of units in which a figure stands near the words of another one, with expectations written by hand."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted, money, total

PROJECT = "东山县民政局2022年度优抚对象补助项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"


def lines(*paragraphs: str) -> dict[str, dict[str, str]]:
    return money(extracted(*paragraphs))


def test_a_rate_behind_a_row_of_givers_is_of_the_whole() -> None:
    found = lines(
        PROJECT,
        "全年预算1345.6万元。",
        "资金到位：中央资金680万元、省级资金310万元、区级资金355.6万元，到位率100%。",
    )
    assert found == {
        "全年预算 *": {"annual_budget": "1345.6 wan", "funds_received_rate": "100 percent"},
        "中央资金": {"funds_received": "680 wan"},
        "省级资金": {"funds_received": "310 wan"},
        "区级资金": {"funds_received": "355.6 wan"},
    }


def test_a_rate_that_names_a_part_is_of_that_part() -> None:
    found = lines(
        PROJECT,
        "全年预算1800万元，其中：东县1000万元，西县800万元。全年支出1716万元，其中：东县支出980万元，西县支出736万元。",
        "西县支出进度缓慢，仅92%。",
    )
    assert found["西县"] == {"annual_budget": "800 wan", "executed": "736 wan", "execution_rate": "92 percent"}
    assert "execution_rate" not in found["全年预算 *"]


def test_rates_of_the_parts_of_a_sum_between_semicolons() -> None:
    found = lines(
        DEPARTMENT,
        "全年预算438.2万元，实际支出436.15万元，预算执行率99.53%。"
        "其中：基本支出348.15万元，执行率100%；项目支出88万元，执行率97.78%。",
    )
    assert [(label, figures.get("executed"), figures.get("execution_rate")) for label, figures in found.items()] == [
        ("全年预算 *", "436.15 wan", "99.53 percent"),
        ("基本支出", "348.15 wan", "100 percent"),
        ("项目支出", "88 wan", "97.78 percent"),
    ]


def test_budgeted_income_is_no_budget_of_spending() -> None:
    found = extracted(
        DEPARTMENT,
        "2022年收入预算总额2800万元，其中财政拨款收入2100万元，事业收入700万元。支出预算总额2856万元，决算支出2750万元。",
    )
    assert money(found) == {"支出预算总额 *": {"annual_budget": "2856 wan", "executed": "2750 wan"}}
    revenues = [amount.value_text for amount in found.amounts if amount.measure == "revenue"]
    assert revenues == ["2800", "2100", "700"]


def test_a_year_that_an_amount_is_compared_with_does_not_hold_behind_it() -> None:
    found = lines(
        DEPARTMENT,
        "2022年部门预算总收入2150.3万元，比2021年增加210万元；预算总支出2150.3万元，其中：项目支出1000万元。"
        "全年实际支出2068.45万元。",
    )
    assert found == {
        "预算总支出 *": {"annual_budget": "2150.3 wan", "executed": "2068.45 wan"},
        "项目支出": {"annual_budget": "1000 wan"},
    }


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("上年同期预算1650万元，支出1609万元，执行率97.5%。", {}),
        ("上年预算1650万元，执行率97.5%；今年支出1764万元。", {"executed": "1764 wan"}),
        ("上年同期预算1650万元，执行率97.5%，累计支出1764万元。", {"executed": "1764 wan"}),
        ("上半年支出600万元，执行率33.33%，全年支出1764万元。", {"executed": "1764 wan"}),
        ("较上年增加150万元，支出1764万元，执行率98%。", {"executed": "1764 wan", "execution_rate": "98 percent"}),
        ("支出1764万元（上年支出1609万元），执行率98%。", {"executed": "1764 wan", "execution_rate": "98 percent"}),
    ],
)
def test_another_time_holds_until_the_words_name_the_own_one(sentence: str, figures: dict[str, str]) -> None:
    assert lines(PROJECT, "2022年年初预算1800万元。", sentence) == {
        "年初预算 *": {"initial_budget": "1800 wan"} | figures
    }


def test_spending_as_a_share_of_what_was_given() -> None:
    found = lines(PROJECT, "2022年省财政下达补助资金1000万元，实际支出987.6万元，结余12.4万元，支出率98.76%。")
    assert list(found.values()) == [
        {"appropriated": "1000 wan", "executed": "987.6 wan", "execution_rate": "98.76 percent"}
    ]


def test_what_is_missing_was_not_received() -> None:
    found = lines(PROJECT, "全年预算150万元，到位资金130万元，支出124.8万元。", "县级配套资金未足额到位，缺口20万元。")
    assert found == {"全年预算 *": {"annual_budget": "150 wan", "funds_received": "130 wan", "executed": "124.8 wan"}}


def test_labels_with_their_figures_line_by_line() -> None:
    found = lines(
        "项目绩效自评报告",
        "项目名称：2021年学前教育幼儿资助",
        "资金情况：（单位：元）",
        "年初预算数：3,520,000.00",
        "调整预算数：3,480,500.00",
        "实际执行数：3,411,250.00",
        "执行率：98.01%",
        "自评得分：97分",
    )
    assert list(found.values()) == [
        {
            "initial_budget": "3,520,000.00 yuan",
            "annual_budget": "3,480,500.00 yuan",
            "executed": "3,411,250.00 yuan",
            "execution_rate": "98.01 percent",
        }
    ]


def test_the_heading_of_a_list_names_no_project() -> None:
    found = extracted(
        "东山县消费维权专项资金绩效自评报告",
        "批复下达预算资金10万元，实际支出9.2万元。",
        table(
            "项目名称 | 中央、省、市、县级财政资金 | 资金计划 | 资金到位情况 | 资金到位率",
            "维权专项 | 县级 | 10万元 | 10万元 | 100%",
        ),
        "项目自评得分94分。",
    )
    assert found.reports[0].project_name == "东山县消费维权专项资金"


def test_what_a_unit_writes_of_its_evaluation_without_a_title() -> None:
    found = extracted(
        "项目全年预算数为86.5万元，执行数为72.66万元，完成预算的84%。根据年初设定的绩效目标，项目自评得分91.5分。"
    )
    assert [(report.form, report.project_name) for report in found.reports] == [("narrative", None)]
    assert (total(found), list(money(found).values())) == (
        "91.5",
        [{"annual_budget": "86.5 wan", "executed": "72.66 wan", "execution_rate": "84 percent"}],
    )
    assert extracted("全年预算数为86.5万元，执行数为72.66万元，工作扎实推进。").reports == []


def test_a_title_that_ends_in_the_evaluation_itself() -> None:
    found = extracted("2022年度东湖区文化馆整体支出绩效自评", "年初预算412.6万元，支出400万元。")
    assert [(report.form, report.organization_name) for report in found.reports] == [
        ("department_self_evaluation", "东湖区文化馆")
    ]


def test_an_office_before_its_department() -> None:
    found = extracted("2022年度西陵区住房和城乡建设局部门整体支出绩效自评报告", "年初预算412.6万元，支出400万元。")
    assert found.reports[0].organization_name == "西陵区住房和城乡建设局"


def test_each_item_with_its_budget_and_its_spending() -> None:
    found = lines(
        PROJECT,
        "预算安排专项经费500万元。其中：一次性补贴300万元，预算执行285万元；场租补贴200万元，预算执行190.5万元。"
        "合计执行475.5万元，预算执行率95.1%。",
    )
    assert found == {
        "预算安排专项经费 *": {"appropriated": "500 wan", "executed": "475.5 wan", "execution_rate": "95.1 percent"},
        "一次性补贴": {"appropriated": "300 wan", "executed": "285 wan"},
        "场租补贴": {"appropriated": "200 wan", "executed": "190.5 wan"},
    }


def test_what_was_spent_in_all_is_no_part_of_the_budget_before_it() -> None:
    found = lines(
        PROJECT,
        "年度预算80万元，其中演出费60万元、宣传费20万元，共支出76.4万元，其中演出费58万元、宣传费18.4万元。",
    )
    assert found == {
        "年度预算 *": {"annual_budget": "80 wan", "executed": "76.4 wan"},
        "演出费": {"annual_budget": "60 wan", "executed": "58 wan"},
        "宣传费": {"annual_budget": "20 wan", "executed": "18.4 wan"},
    }


def test_what_each_giver_gave_and_what_was_spent_of_it() -> None:
    found = lines(
        PROJECT,
        "2022年收到中央衔接资金5230万元，省级衔接资金2110万元，县级配套500万元，合计7840万元。",
        "截至2022年12月31日，中央衔接资金支出5230万元，支出进度100%；省级衔接资金支出2088.9万元，支付进度99%；"
        "县级配套支出500万元，支出进度100%。合计支出7818.9万元，总支出进度99.73%。",
    )
    assert found == {
        "合计 *": {"funds_received": "7840 wan", "executed": "7818.9 wan", "execution_rate": "99.73 percent"},
        "中央衔接资金": {"funds_received": "5230 wan", "executed": "5230 wan", "execution_rate": "100 percent"},
        "省级衔接资金": {"funds_received": "2110 wan", "executed": "2088.9 wan", "execution_rate": "99 percent"},
        "县级配套": {"funds_received": "500 wan", "executed": "500 wan", "execution_rate": "100 percent"},
    }


def test_amounts_said_to_be_received_behind_them() -> None:
    found = extracted(
        PROJECT,
        "中央下达补助资金3.26亿元，省级补助1.05亿元，市县补助8460万元。",
        "各级补助资金5.156亿元全部到位，到位率100%。全年支出5.0986亿元。",
    )
    assert list(money(found).values()) == [
        {"funds_received": "5.156 yi", "funds_received_rate": "100 percent", "executed": "5.0986 yi"},
        {"appropriated": "3.26 yi"},
        {"appropriated": "1.05 yi"},
        {"appropriated": "8460 wan"},
    ]
    assert found.notices == []


def test_a_part_that_a_bracket_breaks_down() -> None:
    found = extracted(
        DEPARTMENT,
        "全年支出679.9万元，其中基本支出512.6万元（人员经费468.2万元，公用经费44.4万元），项目支出167.3万元。",
    )
    assert [(line.line_label, line.parent_line_no) for line in found.funding_lines] == [
        ("全年支出", None),
        ("基本支出", 1),
        ("人员经费", 2),
        ("公用经费", 2),
        ("项目支出", 1),
    ]


def test_indicators_of_a_department_one_by_one() -> None:
    found = extracted(
        DEPARTMENT,
        "（一）预算完成率。2022年度预算完成数8750.22万元，预算数8900万元，得分9.8分（满分10分）。",
        "（二）支付进度率。得3分（满分3分）。",
        "（三）公用经费控制率。公用经费支出420万元，控制率93.33%，得5分。",
        "综上，自评总得分95.8分。",
    )
    assert list(money(found).values()) == [{"executed": "8750.22 wan", "annual_budget": "8900 wan"}]
    points = [(amount.measure, amount.value_text) for amount in found.amounts if amount.unit == "points"]
    assert points == [
        ("section_score", "9.8"),
        ("section_weight", "10"),
        ("section_score", "3"),
        ("section_weight", "3"),
        ("section_score", "5"),
        ("total_score", "95.8"),
    ]


def test_spending_behind_broken_down_income() -> None:
    found = extracted(
        DEPARTMENT,
        "2022年总收入1203.45万元，其中：上年结转15.2万元，财政拨款1188.25万元；总支出1196.3万元，"
        "其中：基本支出845.6万元，占总支出的70.68%；项目支出350.7万元，占总支出的29.32%；年末结转7.15万元。",
    )
    assert money(found) == {
        "总支出 *": {"executed": "1196.3 wan"},
        "基本支出": {"executed": "845.6 wan"},
        "项目支出": {"executed": "350.7 wan"},
    }
    others = [(amount.measure, amount.value_text) for amount in found.amounts if amount.line_no is None]
    assert others == [
        ("revenue", "1203.45"),
        ("revenue", "15.2"),
        ("revenue", "1188.25"),
        ("other_rate", "70.68"),
        ("other_rate", "29.32"),
        ("carryover", "7.15"),
    ]


def test_spending_of_units_that_sums_to_what_all_spent() -> None:
    found = extracted(
        PROJECT,
        "下达资金共计600万元。县林草局支出445.12万元，国有林场支出150万元，全县累计支出595.12万元，预算执行率99.19%。",
    )
    headline = next(line for line in found.funding_lines if line.is_headline)
    own = {a.measure: a.value_text for a in found.amounts if a.line_no == headline.line_no}
    assert own == {"appropriated": "600", "executed": "595.12", "execution_rate": "99.19"}
    assert [line.line_label for line in found.funding_lines if not line.is_headline] == ["县林草局", "国有林场"]
    assert found.notices == []


def test_what_was_spent_on_each_item_named_before() -> None:
    found = lines(
        PROJECT,
        "获批专项资金2680万元，包括：学科建设1000万元，实验室建设880万元，人才引进800万元。",
        "学科建设支出980.5万元，执行率98.05%；实验室建设支出836万元，执行率95%；人才引进支出640万元，执行率80%。",
    )
    assert list(found.values()) == [
        {"appropriated": "2680 wan"},
        {"appropriated": "1000 wan", "executed": "980.5 wan", "execution_rate": "98.05 percent"},
        {"appropriated": "880 wan", "executed": "836 wan", "execution_rate": "95 percent"},
        {"appropriated": "800 wan", "executed": "640 wan", "execution_rate": "80 percent"},
    ]


def test_projects_one_below_the_other_are_reports_of_their_own() -> None:
    found = extracted(
        "2023年一般公共预算项目绩效自评报告",
        "项目名称：社区工作者薪酬",
        "预算金额：2,386.00万元",
        "实际支出：2,386.00万元",
        "项目得分：100分",
        "项目名称：居家养老服务",
        "预算金额：450.00万元",
        "实际支出：396.18万元",
        "项目得分：93.8分",
    )
    assert [(report.project_name, report.title_year) for report in found.reports] == [
        ("社区工作者薪酬", 2023),
        ("居家养老服务", 2023),
    ]
    assert list(money(found, 2).values()) == [{"annual_budget": "450.00 wan", "executed": "396.18 wan"}]
    assert (total(found, 1), total(found, 2)) == ("100", "93.8")


def test_a_name_that_is_repeated_begins_no_other_report() -> None:
    title = "2023年居家养老服务项目绩效自评报告"
    found = extracted(
        title, "项目名称：居家养老服务", "年初预算450万元。", "项目名称：居家养老服务项目", "自评得分93分。"
    )
    assert len(found.reports) == 1


@pytest.mark.parametrize("line", ["评价年度：2022年", "自评年度：2022", "预算年度:2022年度"])
def test_a_labelled_year_is_the_reports(line: str) -> None:
    found = extracted("省级专项资金使用绩效自评报告", "资金名称：商贸流通专项", line, "下达资金50万元，支出45万元。")
    assert found.reports[0].title_year == 2022


def test_a_seal_is_no_part_of_a_name() -> None:
    found = extracted("2022年冷链项目绩效自评报告", "用款单位：东江市商务局（公章）", "下达资金50万元，支出45万元。")
    assert found.reports[0].organization_name == "东江市商务局"


def test_a_weight_right_before_its_score() -> None:
    found = extracted(PROJECT, "管理分析（满分28分，自评得25.15分）。资金支付18分，得16.9分；事项管理10分，得8.25分。")
    points = [(amount.measure, amount.value_text) for amount in found.amounts]
    assert points == [
        ("section_weight", "28"),
        ("section_score", "25.15"),
        ("section_weight", "18"),
        ("section_score", "16.9"),
        ("section_weight", "10"),
        ("section_score", "8.25"),
    ]


def test_what_was_divided_among_counties_and_what_each_spent() -> None:
    found = lines(
        PROJECT,
        "2022年市级预算安排3000万元，分配至2个县：东县1200万元，西县1800万元。截至年末，东县支出1150万元，执行率95.83%；"
        "西县支出1640万元，执行率91.11%。全市合计支出2790万元，总体执行率93%。",
    )
    assert list(found.values()) == [
        {"annual_budget": "3000 wan", "executed": "2790 wan", "execution_rate": "93 percent"},
        {"annual_budget": "1200 wan", "executed": "1150 wan", "execution_rate": "95.83 percent"},
        {"annual_budget": "1800 wan", "executed": "1640 wan", "execution_rate": "91.11 percent"},
    ]


def test_the_whole_of_the_initial_budget() -> None:
    found = lines(DEPARTMENT, "2022年年初预算批复总额356万元，年中调整增加24万元，调整后预算380万元，全年支出365万元。")
    assert list(found.values()) == [
        {
            "initial_budget": "356 wan",
            "budget_adjustment": "24 wan",
            "annual_budget": "380 wan",
            "executed": "365 wan",
        }
    ]


def test_money_of_another_giver_is_not_of_the_line_of_one() -> None:
    found = lines(
        PROJECT,
        "2022年下达我县中央补助资金1568万元。",
        "中央资金实际支出1498.5万元，执行率95.57%；地方配套支出300万元，执行率93.75%，配套资金到位率80%。",
    )
    assert list(found.values()) == [
        {"appropriated": "1568 wan", "executed": "1498.5 wan", "execution_rate": "95.57 percent"}
    ]


def test_figures_behind_income_are_of_income() -> None:
    found = extracted(
        DEPARTMENT,
        "2022年本单位财政拨款收入：年初预算数为386.52万元，决算数为412.08万元，完成预算的106.61%。",
        "2022年本单位财政拨款支出：年初预算数为386.52万元，决算数为409.33万元，完成预算的105.9%。",
    )
    assert list(money(found).values()) == [
        {"initial_budget": "386.52 wan", "executed": "409.33 wan", "execution_rate": "105.9 percent"}
    ]
    assert [amount.measure for amount in found.amounts[:3]] == ["revenue", "revenue", "other_rate"]


def test_money_that_lies_idle_was_not_given() -> None:
    found = lines(PROJECT, "预算安排120万元，支出104万元。", "部分市县资金闲置，涉及金额14万元。")
    assert list(found.values()) == [{"annual_budget": "120 wan", "executed": "104 wan"}]


def test_months_before_a_sum_name_no_project() -> None:
    found = lines(
        "东山县2022年乡村公益性岗位补贴项目绩效自评报告",
        "2022年全县公益性岗位补贴年初预算安排1080万元，1至12月累计发放补贴958.72万元，执行率88.77%。",
    )
    assert list(found.values()) == [
        {"initial_budget": "1080 wan", "executed": "958.72 wan", "execution_rate": "88.77 percent"}
    ]


def test_who_had_the_evaluation_made() -> None:
    title = "2022年度省级体彩公益金项目绩效评价报告"
    found = extracted(title, "委托方：某省财政厅  评价机构：某会计师事务所", "预算安排120万元，支出104万元。")
    assert found.reports[0].evaluation_kind == "fiscal"


def test_spending_by_the_account_that_it_was_paid_from() -> None:
    found = lines(
        DEPARTMENT,
        "调整后预算2170.7万元。决算支出2098.9万元，其中：基本支出668.4万元，项目支出1430.5万元；"
        "按资金性质分：一般公共预算支出2050.9万元，政府性基金支出48万元。",
    )
    assert found == {
        "调整后预算 *": {"annual_budget": "2170.7 wan", "executed": "2098.9 wan"},
        "基本支出": {"executed": "668.4 wan"},
        "项目支出": {"executed": "1430.5 wan"},
        "一般公共预算": {"executed": "2050.9 wan"},
        "政府性基金": {"executed": "48 wan"},
    }


def test_a_budget_that_an_addition_makes_the_adjusted_one_is_the_initial_one() -> None:
    found = lines(
        DEPARTMENT, "部门预算批复1850.2万元，其中：项目支出1200万元。当年追加预算320.5万元，调整后预算2170.7万元。"
    )
    assert list(found.values()) == [
        {"initial_budget": "1850.2 wan", "budget_adjustment": "320.5 wan", "annual_budget": "2170.7 wan"},
        {"initial_budget": "1200 wan"},
    ]


def test_money_of_projects_of_one_grade_is_no_part_by_name() -> None:
    found = lines(
        DEPARTMENT,
        "年初预算合计8.62亿元，决算数8.2亿元。其中，评价为“优”的项目9个，涉及资金6.1亿元；评价为“良”的项目2个，涉及资金2.1亿元。",
    )
    assert list(found.values()) == [{"initial_budget": "8.62 yi", "executed": "8.2 yi"}]


def test_a_part_compared_with_its_budget() -> None:
    found = lines(DEPARTMENT, "全年支出501.7万元。其中：“三公”经费全年支出3.1万元，较预算5万元减少1.9万元。")
    assert found == {
        "全年支出 *": {"executed": "501.7 wan"},
        "“三公”经费": {"executed": "3.1 wan", "annual_budget": "5 wan"},
    }


@pytest.mark.parametrize("parts", ["基本支出300万元，项目支出200万元", "基本支出200万元，项目支出300万元"])
def test_parts_behind_the_spending_that_come_to_the_budget_are_parts_of_the_budget(parts: str) -> None:
    found = lines(DEPARTMENT, f"全年预算500万元，支出480万元。其中：{parts}。")
    assert found["全年预算 *"] == {"annual_budget": "500 wan", "executed": "480 wan"}
    assert {found["基本支出"].get("annual_budget"), found["项目支出"].get("annual_budget")} == {"300 wan", "200 wan"}
    assert "executed" not in found["基本支出"] | found["项目支出"]


@pytest.mark.parametrize(
    "parts",
    ["基本支出290万元，项目支出190万元", "基本支出实际支出300万元，项目支出实际支出200万元", "基本支出300万元"],
    ids=["they come to the spending", "they are said to be spent", "one part comes to nothing"],
)
def test_other_parts_behind_the_spending_are_spent(parts: str) -> None:
    found = lines(DEPARTMENT, f"全年预算500万元，支出480万元，其中：{parts}。")
    assert "annual_budget" not in found["基本支出"] and "executed" in found["基本支出"]


def test_a_project_in_brackets_below_the_title_of_a_page() -> None:
    found = extracted(
        "发布机构 东山县教育局",
        "东山县白杨小学2023年度项目支出绩效自评报告",
        "（困难学生生活补助资金）",
        "一、自评结论",
        "下达资金20万元，支出20万元。",
    )
    assert found.reports[-1].project_name == "困难学生生活补助资金"


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("全年执行120万元，执行率100%，自评分20分。", "section_score"),
        ("预算执行率为96.5%，自评得9.65分。", "section_score"),
        ("预算执行率96.5%，自评得分95分。", "total_score"),
        ("预算执行率41%，自评得分55分。", "total_score"),
        ("预算执行率96.5%。自评得分18分。", "total_score"),
    ],
)
def test_points_right_behind_the_execution_rate(sentence: str, measure: str) -> None:
    found = extracted("2023年渡口照明项目绩效自评报告", sentence)
    assert [amount.measure for amount in found.amounts if amount.unit == "points"] == [measure]


def test_labels_that_hold_the_unit_of_what_stands_behind_them() -> None:
    found = extracted(
        "东山县2023年城区路灯项目支出绩效自评报告",
        "年初预算数（万元）：85；实际支出（元）：812,500.00；执行率（%）：95.59；自评得分（分）：94.5。",
    )
    figures = {"initial_budget": "85 wan", "executed": "812,500.00 yuan", "execution_rate": "95.59 percent"}
    assert list(money(found).values()) == [figures]
    assert total(found) == "94.5"
