"""Whole reports in prose, as units of several provinces write them, with expectations written by hand."""

from __future__ import annotations

from support.told import extracted, money, total


def lines(*paragraphs: str) -> list[dict[str, str]]:
    return list(money(extracted(*paragraphs)).values())


def notices(*paragraphs: str) -> list[str]:
    return [notice.detail for notice in extracted(*paragraphs).notices]


TITLE = "东山县交通运输局关于2022年农村公路养护资金的绩效自评报告"


def test_what_each_giver_appropriated_hangs_under_a_total_stated_elsewhere() -> None:
    found = extracted(
        TITLE,
        "2022年省财政厅下达我县农村公路养护资金1860万元。市级未安排资金，县级配套120万元。",
        "截至2022年底，到位资金1980万元，其中省级1860万元，县级120万元，到位率100%。",
        "截至2022年12月底，累计支付资金1786.5万元，执行率90.23%。自评得分95分。",
    )
    assert list(money(found).values()) == [
        {
            "funds_received": "1980 wan",
            "funds_received_rate": "100 percent",
            "executed": "1786.5 wan",
            "execution_rate": "90.23 percent",
        },
        {"appropriated": "1860 wan", "funds_received": "1860 wan"},
        {"appropriated": "120 wan", "funds_received": "120 wan"},
    ]
    assert [(line.fund_level, line.parent_line_no) for line in found.funding_lines[1:]] == [
        ("provincial", 1),
        ("county", 1),
    ]
    assert found.notices == []


def test_givers_without_a_stated_total_are_told() -> None:
    assert notices(TITLE, "省财政下达资金100万元，县级配套20万元，支出90万元。自评得分90分。") == [
        "未列示预算合计 / no total is given：省财政下达资金、县级配套"
    ]


def test_a_category_that_only_the_heading_names() -> None:
    found = extracted(
        "东山县民政局2022年度部门整体支出绩效自评报告",
        "2022年年初预算500万元，全年支出480万元。",
        "（一）基本支出情况",
        "年初预算数300万元，决算数290万元，执行率96.67%。",
        "（二）“三公”经费情况。",
        "预算数12万元，决算数8万元。",
        "（三）综合评价情况",
        "自评得分95分。",
    )
    assert [(line.expenditure_category, line.parent_line_no) for line in found.funding_lines] == [
        (None, None),
        ("basic", 1),
        ("three_public", None),
    ]
    assert list(money(found).values()) == [
        {"initial_budget": "500 wan", "executed": "480 wan"},
        {"initial_budget": "300 wan", "executed": "290 wan", "execution_rate": "96.67 percent"},
        {"annual_budget": "12 wan", "executed": "8 wan"},
    ]


def test_a_cost_is_a_part_unless_the_project_is_named_after_it() -> None:
    assert lines(
        "东山县民政局2022年度养老服务项目绩效自评报告", "公务接待费支出5万元，年初预算50万元，支出45万元。"
    ) == [{"initial_budget": "50 wan", "executed": "45 wan"}]
    assert lines("东山县民政局2022年度养老院物业管理费项目绩效自评报告", "物业管理费支出45万元，年初预算50万元。") == [
        {"initial_budget": "50 wan", "executed": "45 wan"}
    ]


def test_the_total_stands_among_scores_of_indicators() -> None:
    found = extracted(
        "西河区城市管理局2021年度环卫保洁专项经费绩效自评报告",
        "调整后预算为2750万元，实际支出2688.3万元。",
        "1.数量指标：计划清扫320万平方米，实际完成325万平方米，分值15分，得分15分。",
        "2.社会效益：投诉率下降12%，分值15分，得分14分，扣1分原因是保洁不及时。",
        "环卫保洁专项经费综合得分为94.78分，其中：产出指标得分48分（满分50分）。",
    )
    assert total(found) == "94.78"
    assert [(a.measure, a.about, a.value_text) for a in found.amounts if a.measure.startswith("section")] == [
        ("section_weight", "数量指标", "15"),
        ("section_score", "数量指标得分", "15"),
        ("section_weight", "社会效益", "15"),
        ("section_score", "社会效益得分", "14"),
        ("section_score", "产出指标得分", "48"),
        ("section_weight", "产出指标", "50"),
    ]


def test_points_of_which_no_word_says_what_they_are_are_told() -> None:
    title = "西河区水务局2021年度河道保洁项目绩效自评报告"
    assert notices(title, "自评得分90分。", "项目决策18分，项目过程19分。") == [
        "无法判断是什么分数 / points of what：18",
        "无法判断是什么分数 / points of what：19",
    ]


def test_two_total_scores_are_told() -> None:
    title = "西河区水务局2021年度河道保洁项目绩效自评报告"
    assert notices(title, "自评得分90分。", "预算50万元，支出50万元。", "综合得分92分。") == [
        "另有不同的总分 / another total score：92"
    ]


def test_another_in_a_breakdown_is_an_item_among_items() -> None:
    found = extracted(
        "东山县民政局2022年度养老服务项目绩效自评报告",
        "项目支出42万元，其中设备30万元，培训10万元，其他2万元。自评得分90分。",
    )
    assert [(line.line_label, line.line_kind) for line in found.funding_lines][1:] == [
        ("设备", "item"), ("培训", "item"), ("其他", "item"),
    ]  # fmt: skip


def test_spending_of_a_project_is_no_category() -> None:
    assert lines(
        "南岭省科技厅2023年度科普专项业务费绩效自评报告",
        "2023年年初预算数为356万元，年中追加44万元，全年预算数400万元。2023年度项目支出396.02万元，预算执行率为99.01%。",
        "自评得分99分。",
    ) == [
        {
            "initial_budget": "356 wan",
            "budget_adjustment": "44 wan",
            "annual_budget": "400 wan",
            "executed": "396.02 wan",
            "execution_rate": "99.01 percent",
        }
    ]


def test_spending_on_what_the_project_is_named_after_is_the_whole() -> None:
    assert lines(
        "西河区人力资源和社会保障局2023年度就业补助资金项目绩效自评报告",
        "共下达就业补助资金1678万元。全年共支出就业补助资金1602.35万元。自评得分93分。",
    ) == [{"appropriated": "1678 wan", "executed": "1602.35 wan"}]


def test_the_unit_above_the_year_below_the_title_or_above_the_date() -> None:
    figures = "预算50万元，支出45万元。自评得分90分。"
    for blocks in (
        ("东山县乡村振兴局", "2023年度小额信贷贴息项目绩效自评报告", figures),
        ("2023年度小额信贷贴息项目绩效自评报告", "（东山县乡村振兴局）", figures),
        ("2023年度小额信贷贴息项目绩效自评报告", figures, "东山县乡村振兴局", "2024年1月15日"),
    ):
        found = extracted(*blocks)
        assert [(report.organization_name, report.project_name) for report in found.reports] == [
            ("东山县乡村振兴局", "小额信贷贴息项目")
        ]


def test_a_caption_is_no_title_and_rows_left_as_lines_are_told() -> None:
    found = extracted(
        "东山县民政局2022年度养老服务项目绩效评价报告",
        "预算50万元，支出45万元。综合得分93.49分。",
        "表1 项目绩效评价得分情况表",
        "指标 决策 过程 合计",
        "权重 15 25 100",
        "得分 14.5 23.49 93.49",
        "（一）项目决策情况（15分）。得分14.5分。",
    )
    assert len(found.reports) == 1
    assert total(found) == "93.49"
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [
        ("score", "权重 15 25 100"),
        ("score", "得分 14.5 23.49 93.49"),
    ]


def test_a_grade_right_behind_the_total_score() -> None:
    found = extracted("东山县教育局2022年校舍维修项目绩效自评报告", "预算50万元。", "自评结论：92.8分，良好。")
    assert (found.reports[0].grade, total(found)) == ("good", "92.8")


def test_the_year_may_open_the_sentence() -> None:
    found = extracted("东山县教育局校舍维修项目绩效自评报告", "2020年，县财政安排资金68.5万元。自评得分90分。")
    assert (found.amounts[0].measure, found.amounts[0].year) == ("appropriated", 2020)


def test_a_figure_cut_by_a_line_break_is_told() -> None:
    title = "东山县民政局2022年度养老服务项目绩效自评报告"
    found = extracted(title, "年初预算1200万元，全年实际支出1", "142.45万元，预算执行率95.2%。", "自评得分90分。")
    assert list(money(found).values()) == [{"initial_budget": "1200 wan", "execution_rate": "95.2 percent"}]
    assert [notice.detail for notice in found.notices] == ["数字被换行断开 / a line break cuts the figure：142.45"]


def test_grades_of_several_projects_are_not_the_report_s() -> None:
    found = extracted(
        "2022年度东山县司法局绩效自评报告",
        "2022年部门年初预算数1005万元，全年支出980万元。",
        "1.法律援助项目。年初预算30万元，实际支出29万元，自评得分96分，自评等级为优。",
        "2.人民调解项目。年初预算25万元，实际支出15万元，自评得分82分，自评等级为良。",
    )
    assert (found.reports[0].grade, total(found)) == (None, None)


def test_reports_right_behind_each_other() -> None:
    from ingest.extract import extract
    from ingest.readers.text import read_bytes

    text = (
        "东山县水务局2023年度河道清淤项目支出绩效自评报告\n年初预算50万元，实际支出45万元。\n自评得分90分，等级为良好。\n"
        "三、有关建议\n加强资金管理。东山县水务局2023年度农村供水项目支出绩效自评报告\n"
        "年初预算80万元，实际支出80万元。自评得分96分。\n无。2023年度东山县水务局水质检测项目支出绩效自评报告\n"
        "预算10万元，支出9万元。自评得分89分。\n"
    )
    found = extract(read_bytes(text.encode()))
    assert [(report.project_name, report.organization_name) for report in found.reports] == [
        ("河道清淤项目", "东山县水务局"),
        ("农村供水项目", "东山县水务局"),
        ("水质检测项目", "东山县水务局"),
    ]
    assert [total(found, report_no) for report_no in (1, 2, 3)] == ["90", "96", "89"]
    assert [issue.text for issue in found.issues] == ["加强资金管理。"]


def test_digits_that_a_converter_has_damaged_are_told() -> None:
    found = extracted(
        "东山县林业局2022年度森林防火项目绩效自评报告",
        "2022年年初预算l20万元，调整预算数为1O5万元，资金到位10S万元，预算金額105萬元。",
        "实际支出98.5万元，执行率93.8l％。自评得分9S分。",
    )
    assert list(money(found).values()) == [{"executed": "98.5 wan"}]
    assert total(found) is None
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [
        ("money", "l20万元"),
        ("money", "1O5万元"),
        ("money", "10S万元"),
        ("money", "105萬元"),
        ("score", "9S分"),
        ("rate", "93.8l％"),
    ]


def test_what_a_department_says_of_parts_is_not_of_the_whole() -> None:
    found = extracted(
        "东山县文化旅游局2021年度部门整体支出绩效自评报告",
        "2021年部门年初预算1856万元，全年支出1850万元。",
        "（一）基本支出",
        "2021年基本支出1210.5万元。",
        "公务接待费支出3.2万元，会议费1.5万元。",
        "（二）专项支出",
        "全年专项资金共安排3120.6万元，实际支出2986.7万元，执行率95.7%。",
        "政府采购预算350万元。我单位自评96分。",
    )
    assert list(money(found).values()) == [
        {"initial_budget": "1856 wan", "executed": "1850 wan"},
        {"executed": "1210.5 wan"},
    ]
    assert [(a.measure, a.value_text) for a in found.amounts if a.line_no is None][:6] == [
        ("executed", "3.2"), ("other_amount", "1.5"), ("appropriated", "3120.6"), ("executed", "2986.7"),
        ("execution_rate", "95.7"), ("other_amount", "350"),
    ]  # fmt: skip


def test_what_givers_money_was_spent_stands_on_their_lines() -> None:
    found = extracted(
        "北岸市2021年度厨师培训工程补助资金绩效自评报告",
        "省财政下达我区补助资金30万元，区级配套20万元，合计50万元。",
        "省级补助资金30万元已全部支出；区级配套资金支出18.5万元。合计支出48.5万元。自评98分。",
    )
    assert list(money(found).values()) == [
        {"appropriated": "50 wan", "executed": "48.5 wan"},
        {"appropriated": "30 wan", "executed": "30 wan"},
        {"appropriated": "20 wan", "executed": "18.5 wan"},
    ]
    assert found.notices == []


def test_how_many_projects_there_are_names_none_and_grades_none() -> None:
    found = extracted(
        "青原县水利局2023年度项目支出绩效自评报告",
        "2023年我局项目支出预算总额为860万元，涉及12个项目，全年共执行817万元，完成调整后预算的95%；"
        "其中10个项目自评等级为优，2个为良。",
    )
    assert list(money(found).values()) == [
        {"annual_budget": "860 wan", "executed": "817 wan", "execution_rate": "95 percent"}
    ]
    assert found.reports[0].grade is None
