"""Sentences and tables in which a figure easily lands under the wrong measure."""

from __future__ import annotations

import pytest

from support.documents import grid, table
from support.told import doubted, extracted, indicators, money, total

TITLE = "某县水务局2023年度河道清淤项目支出绩效自评报告"


def told(*sentences: str) -> dict[str, dict[str, str]]:
    return money(extracted(TITLE, *sentences, "自评得分90分。"))


@pytest.mark.parametrize(
    "sentence",
    [
        "预算50万元，其中设备30万元，培训20万元，实际支出45万元，执行率90%。",
        "预算50万元（其中：设备30万元，培训20万元），实际支出45万元，执行率90%。",
    ],
)
def test_a_breakdown_ends_where_another_measure_begins(sentence: str) -> None:
    lines = told(sentence)
    assert next(iter(lines.values())) == {
        "annual_budget": "50 wan",
        "executed": "45 wan",
        "execution_rate": "90 percent",
    }
    assert list(lines.values())[1:] == [{"annual_budget": "30 wan"}, {"annual_budget": "20 wan"}]


def test_two_breakdowns_by_giver_share_their_lines() -> None:
    lines = told("年初预算50万元，其中省级30万元、市级20万元；实际支出45万元，其中省级28万元、市级17万元。")
    assert list(lines.values()) == [
        {"initial_budget": "50 wan", "executed": "45 wan"},
        {"initial_budget": "30 wan", "executed": "28 wan"},
        {"initial_budget": "20 wan", "executed": "17 wan"},
    ]


def test_a_reduction_is_negative() -> None:
    found = extracted(TITLE, "年初预算100万元，年中调减20万元，实际支出80万元。自评得分90分。")
    assert [(a.measure, int(a.number)) for a in found.amounts if a.is_line_cell] == [
        ("initial_budget", 100),
        ("budget_adjustment", -20),
        ("executed", 80),
    ]


def test_what_one_unit_stands_behind() -> None:
    lines = told("甲、乙、丙三个项目预算分别为10、20、30万元，支出9、18、27万元。")
    assert lines == {
        "甲项目": {"annual_budget": "10 wan", "executed": "9 wan"},
        "乙项目": {"annual_budget": "20 wan", "executed": "18 wan"},
        "丙项目": {"annual_budget": "30 wan", "executed": "27 wan"},
    }


def test_money_carried_over_from_the_year_before_is_part_of_this_year_s() -> None:
    lines = told("2023年预算安排50万元，2022年结转10万元，共60万元；支出55万元，执行率91.67%。")
    assert next(iter(lines.values())) == {
        "annual_budget": "60 wan",
        "executed": "55 wan",
        "execution_rate": "91.67 percent",
    }
    assert list(lines.values())[1:] == [{"annual_budget": "50 wan"}, {"annual_budget": "10 wan"}]


def test_what_brackets_add_is_not_what_is_broken_down_behind_them() -> None:
    lines = told("预算50万元，实际支出48.5万元（含上年结转2.5万元），其中：人员经费20.5万元，公用经费28万元。")
    assert list(lines.values()) == [
        {"annual_budget": "50 wan", "executed": "48.5 wan"},
        {"executed": "20.5 wan"},
        {"executed": "28 wan"},
    ]


def test_a_sign_of_currency() -> None:
    assert told("年初预算￥500000.00，支出¥480000.00。") == {
        "年初预算 *": {"initial_budget": "500000.00 yuan", "executed": "480000.00 yuan"}
    }
    form = grid("项目名称|甲|<", "资金|预算数|执行数", "合计|¥12.00|¥11.50", "一级指标|二级指标|得分", "产出|数量|90")
    found = extracted("2023年度项目支出绩效自评表", form)
    assert money(found)["合计 *"] == {"annual_budget": "12.00 yuan", "executed": "11.50 yuan"}
    found = extracted("2023年度项目支出绩效自评表", "单位：万元", form)
    assert money(found)["合计 *"] == {"annual_budget": "12.00 wan", "executed": "11.50 wan"}


@pytest.mark.parametrize("title", ["2023年度项目支出绩效自评表（单位：元）", "2023年度项目支出绩效自评表（元）"])
def test_a_unit_in_the_title(title: str) -> None:
    form = grid("项目名称|甲|<", "资金|预算数|执行数", "合计|1200|1150", "一级指标|二级指标|得分", "产出|数量|90")
    found = extracted(title, form)
    assert money(found)["合计 *"] == {"annual_budget": "1200 yuan", "executed": "1150 yuan"}
    assert not found.notices


@pytest.mark.parametrize("unit", ["千元", "百万元", "万美元"])
def test_a_unit_that_no_amount_here_has_is_told(unit: str) -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        f"金额单位：{unit}",
        grid("项目名称|甲|<", "资金|预算数|执行数", "合计|500|400", "一级指标|二级指标|得分", "产出|数量|90"),
    )
    assert [amount.unit for amount in found.amounts] == ["unknown", "unknown"]
    assert [notice.detail for notice in found.notices] == [
        "单位无法判断 / unit cannot be told：预算数 500",
        "单位无法判断 / unit cannot be told：执行数 400",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("资金（万元）|年初预算数|调整预算数|全年预算数|全年执行数|", "合计|50|5|55|44|"),
        ("年初预算数|50|调整预算数|5|全年预算数|55", "全年执行数|44|||执行率|80%"),
    ],
    ids=["table", "pairs"],
)
def test_the_adjusted_budget_beside_the_year_s_is_the_adjustment(rows: tuple[str, ...]) -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        "单位：万元",
        grid("项目名称|甲|<|<|<|<", *rows, "一级指标|二级指标|得分|||", "产出|数量|90|||"),
    )
    [line] = money(found).values()
    line.pop("execution_rate", None)
    assert line == {
        "initial_budget": "50 wan",
        "budget_adjustment": "5 wan",
        "annual_budget": "55 wan",
        "executed": "44 wan",
    }


def test_a_budget_of_each_year_is_no_total() -> None:
    found = extracted(TITLE, "自评得分95分。", grid("年份|预算数|决算数", "2022|40|39", "2023|50|45"))
    assert [(line.line_label, line.is_headline) for line in found.funding_lines] == [("2022", False), ("2023", False)]


@pytest.mark.parametrize("label", ["合计", "总计", "小计"])
def test_what_a_table_adds_up_is_no_score(label: str) -> None:
    found = extracted(TITLE, "预算50万元，自评得分95分。", grid("序号|内容|金额（万元）", "1|设备|40", f"{label}||40"))
    assert [a.value_text for a in found.amounts if a.measure == "total_score"] == ["95"]


def test_of_two_figures_behind_a_total_none_is_taken() -> None:
    found = extracted(TITLE, "预算50万元，自评得分95分。", grid("项目|指标|结果", "总分|100|96"))
    assert [a.value_text for a in found.amounts if a.measure == "total_score"] == ["95"]
    assert [figure.value_text for figure in found.unplaced] == ["100", "96"]


def test_a_total_score_below_the_funds_is_not_theirs() -> None:
    found = extracted(TITLE, grid("年初预算数|50", "全年执行数|40", "预算执行率|80%", "自评得分|95"))
    assert not found.indicators and total(found) == "95"


def test_what_an_amount_is_compared_with_is_not_broken_down_behind_it() -> None:
    lines = told(
        "“三公”经费支出18.6万元，较年初预算数20万元减少1.4万元，下降7%。其中：公务接待费3.6万元，公务用车运行维护费15万元。"
    )
    assert list(lines.values()) == [
        {"executed": "18.6 wan", "initial_budget": "20 wan"},
        {"executed": "3.6 wan"},
        {"executed": "15 wan"},
    ]


def test_what_a_bracket_right_behind_an_amount_adds_up_to_it_breaks_it_down() -> None:
    lines = told(
        "实际到位2,225万元（中央1,780万元、省级267万元、县级178万元），全年支出2,180.5万元（低保2,000万元、特困180.5万元）。"
    )
    assert lines == {
        "实际到位 *": {"funds_received": "2,225 wan", "executed": "2,180.5 wan"},
        "中央": {"funds_received": "1,780 wan"},
        "省级": {"funds_received": "267 wan"},
        "县级": {"funds_received": "178 wan"},
        "低保": {"executed": "2,000 wan"},
        "特困": {"executed": "180.5 wan"},
    }
    assert told("实际到位50万元（中央30万元、省级10万元）。") == {"实际到位 *": {"funds_received": "50 wan"}}


def test_changes_of_a_department_s_budget_by_category() -> None:
    found = extracted(
        "云岭县融媒体中心2022年度部门整体支出绩效自评报告",
        "2022年年初预算数为1,250万元，其中：基本支出850万元，项目支出400万元；预算调整数为130万元，其中：基本支出减少50万元，"
        "项目支出增加180万元；全年预算数为1,380万元，全年执行数为1,335万元，预算执行率为96.74%，其中：基本支出执行780万元，"
        "项目支出执行555万元。",
        "自评得分93.67分。",
    )
    assert list(money(found).values()) == [
        {
            "initial_budget": "1,250 wan",
            "budget_adjustment": "130 wan",
            "annual_budget": "1,380 wan",
            "executed": "1,335 wan",
            "execution_rate": "96.74 percent",
        },
        {"initial_budget": "850 wan", "budget_adjustment": "50 wan", "executed": "780 wan"},
        {"initial_budget": "400 wan", "budget_adjustment": "180 wan", "executed": "555 wan"},
    ]
    changes = [int(a.number) for a in found.amounts if a.measure == "budget_adjustment"]
    assert changes == [130, -50, 180]


def test_a_budget_of_several_years_is_not_the_year_s() -> None:
    lines = told(
        "项目总预算120万元，分两年实施，2022年安排50万元，2023年安排70万元。2023年实际支出66.5万元，执行率95%。"
    )
    assert list(lines.values()) == [{"appropriated": "70 wan", "executed": "66.5 wan", "execution_rate": "95 percent"}]


def test_the_currency_before_an_amount_is_no_word_of_it() -> None:
    assert told("本项目预算资金为人民币1,860,000.00元，实际使用¥1,767,000.00元，执行率95%。") == {
        "本项目预算资金 *": {
            "annual_budget": "1,860,000.00 yuan",
            "executed": "1,767,000.00 yuan",
            "execution_rate": "95 percent",
        }
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("受石门县财政局委托，本公司对该项目实施绩效评价。", "fiscal"),
        ("评价机构：石门县财政局", "fiscal"),
        ("受石门县交通运输局委托，本公司对该项目实施绩效评价。", "self"),
    ],
)
def test_who_evaluated_where_no_title_says(line: str, kind: str) -> None:
    [report] = extracted("2023年度农村公路项目绩效评价报告", line, "预算50万元，支出45万元。评价得分90分。").reports
    assert report.evaluation_kind == kind


def test_what_was_carried_over_is_a_part_of_all_funds() -> None:
    found = extracted(
        TITLE,
        "河道清淤资金总规模2,680万元，包括上年结转380万元、中央资金1,900万元、省级资金400万元，全年支出2,412万元。",
        "自评得分92分。",
    )
    assert list(money(found).values()) == [
        {"appropriated": "2,680 wan", "executed": "2,412 wan"},
        {"appropriated": "380 wan"},
        {"appropriated": "1,900 wan"},
        {"appropriated": "400 wan"},
    ]
    assert [line.parent_line_no for line in found.funding_lines] == [None, 1, 1, 1]
    assert [(line.fund_origin, line.fund_level) for line in found.funding_lines[1:]] == [
        ("carryover", None),
        (None, "central"),
        (None, "provincial"),
    ]
    assert not found.notices


@pytest.mark.parametrize(
    ("title", "unit", "project"),
    [
        ("金源县残联2023年残疾人补助项目绩效自评报告", "金源县残联", "残疾人补助项目"),
        ("青河区教育局2022年校舍改善补助资金自评报告", "青河区教育局", "校舍改善补助资金"),
        ("青河区教育局2022年度资金使用情况自评报告", "青河区教育局", None),
    ],
)
def test_names_in_titles(title: str, unit: str, project: str | None) -> None:
    [report] = extracted(title, "预算50万元，支出45万元。自评得分90分。").reports
    assert (report.organization_name, report.project_name) == (unit, project)


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("产出、效益得分分别为48、29分。自评得分95分。", "95"),
        ("预算执行得9.6分，产出得48分，效益得29分，合计86.6分。", "86.6"),
        ("自评得分=10×96%+85=94.6分。", "94.6"),
    ],
)
def test_the_total_among_other_scores(sentence: str, score: str) -> None:
    assert total(extracted(TITLE, "预算50万元。", sentence)) == score


def test_adjusted_budget_is_no_adjustment() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid("项目名称|甲|<|<", "资金（万元）|年初预算安排|调整预算数|预算执行数", "合计|10|12|9.8",
             "一级指标|二级指标|三级指标|得分", "产出|数量|次数|90"),
    )  # fmt: skip
    assert money(found) == {"合计 *": {"initial_budget": "10 wan", "annual_budget": "12 wan", "executed": "9.8 wan"}}


def test_the_unit_in_a_line_s_own_label() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        table("项目名称|甲", "资金来源|年初预算数|全年预算数|全年执行数", "年度资金总额（元）|100000|100000|98000",
              "一级指标|二级指标|三级指标|得分", "产出|数量|次数|90"),
    )  # fmt: skip
    assert money(found)["年度资金总额（元） *"]["executed"] == "98000 yuan"


@pytest.mark.parametrize(
    ("form", "report"),
    [
        ("办公楼维修", "教学楼维修"),
        ("培训经费", "教师培训经费"),
    ],
)
def test_two_projects_are_two_reports(form: str, report: str) -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        table(f"项目名称|{form}", "实施单位|某县教育局", "一级指标|二级指标|三级指标|得分", "产出|数量|次数|90"),
        f"某县教育局2023年度{report}项目支出绩效自评报告",
        "年初预算50万元，支出20万元。自评得分75分。",
    )
    assert len(found.reports) == 2
    assert [line.report_no for line in found.funding_lines] == [2]


def test_units_of_two_districts_are_two_reports() -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table("项目名称|差旅经费", "实施单位|甲市乙区教育局", "一级指标|二级指标|三级指标|得分", "产出|数量|次数|90"),
        "丙市丁区教育局2024年度差旅经费项目支出绩效自评报告",
        "年初预算50万元，支出20万元。自评得分75分。",
    )
    assert [report.organization_name for report in found.reports] == ["甲市乙区教育局", "丙市丁区教育局"]


def test_spending_within_the_year_is_not_the_year_s() -> None:
    lines = told("截至7月底支出20万元，截至12月底累计支出45万元，年初预算50万元，执行率90%。")
    assert list(lines.values()) == [{"executed": "45 wan", "initial_budget": "50 wan", "execution_rate": "90 percent"}]


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("上年得分90分，本年自评得分95分。", "95"),
        ("产出得分40分，预算执行得分8分，总得分96分。", "96"),
        ("评价满分100分，自评95分。", "95"),
        ("自评得分：95分；评价等级：优。", "95"),
        ("综合评分为95.5，等级为优。", "95.5"),
        ("自评得分为九十五分。", "九十五"),
    ],
)
def test_the_total_score_in_words(sentence: str, score: str) -> None:
    assert total(extracted(TITLE, "预算50万元。", sentence)) == score


def test_labels_with_a_colon() -> None:
    assert list(told("预算：50万元。支出：45万元。执行率：90%。").values()) == [
        {"annual_budget": "50 wan", "executed": "45 wan", "execution_rate": "90 percent"}
    ]


def test_a_budget_behind_a_bracket() -> None:
    assert next(iter(told("预算资金（含上年结转10万元）60万元，实际支出54万元。").values())) == {
        "annual_budget": "60 wan",
        "executed": "54 wan",
    }


def test_givers_that_sum_to_a_total() -> None:
    lines = told("省级补助30万元，市级补助20万元，区级安排10万元，共计60万元，支出54万元，执行率90%。")
    assert list(lines.values()) == [
        {"appropriated": "60 wan", "executed": "54 wan", "execution_rate": "90 percent"},
        {"appropriated": "30 wan"},
        {"appropriated": "20 wan"},
        {"appropriated": "10 wan"},
    ]


def test_several_budgets_without_a_total_are_told() -> None:
    found = extracted(TITLE, "甲项目预算10万元；乙项目预算20万元；丙项目预算30万元。自评得分90分。")
    assert [notice.detail for notice in found.notices] == ["未列示预算合计 / no total is given：甲项目、乙项目、丙项目"]


def test_what_stands_below_the_three_public_expenses_is_theirs() -> None:
    found = extracted(
        "2023年度部门整体支出绩效自评表",
        grid("部门名称|某县水务局|<", "支出（万元）|预算数|执行数", "合计|100|90", "“三公”经费|5|4",
             "其中：公务接待费|2|1", "公务用车购置及运行维护费|3|3", "一级指标|二级指标|三级指标",
             ),
    )  # fmt: skip
    assert [(line.line_label, line.parent_line_no) for line in found.funding_lines] == [
        ("合计", None),
        ("“三公”经费", None),
        ("其中：公务接待费", 2),
        ("公务用车购置及运行维护费", 2),
    ]


@pytest.mark.parametrize(
    ("title", "organization"),
    [
        ("2024年度委托业务费项目支出绩效自评报告", None),
        ("2023年乡村振兴补助资金项目支出绩效自评报告", None),
        ("2023年城乡居民医保补助项目支出绩效自评报告", None),
        ("2023年度某县教育局校舍维修项目支出绩效自评报告", "某县教育局"),
    ],
)
def test_no_unit_is_invented_from_a_title(title: str, organization: str | None) -> None:
    found = extracted(title, "年初预算50万元，支出20万元。自评得分75分。")
    assert [report.organization_name for report in found.reports] == [organization]


@pytest.mark.parametrize(
    "text",
    ["全市一般公共预算支出50亿元，执行率55%，考核得分90分。", "2023年度部门决算公开说明\n支出45万元，得分95分。"],
)
def test_bulletins_and_accounts_are_no_evaluation(text: str) -> None:
    assert extracted(*text.split("\n")).reports == []


@pytest.mark.parametrize("broken", ["1234,5万元", "5 0 万元", "10万兀", "5O万元"])
def test_broken_digits_are_told_and_not_mended(broken: str) -> None:
    found = extracted(TITLE, f"年初预算{broken}。", "自评得分90分。")
    assert not [amount for amount in found.amounts if amount.measure == "initial_budget"]
    assert [figure.context for figure in found.unplaced] == ["money"]


def test_figures_under_unknown_headings_of_a_money_table_are_told() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid("项目名称|甲|<|<|<", "资金（万元）|预算数|执行数|1-7月执行数|结转结余数", "合计|10|9|5|1",
             "一级指标|二级指标|三级指标|得分|", "产出|数量|次数|90|"),
    )  # fmt: skip
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [("1-7月执行数", "5")]
    assert [(a.measure, a.value_text) for a in found.amounts if a.measure == "carryover"] == [("carryover", "1")]


@pytest.mark.parametrize("printed", ["1O", "约10", "(9.8)", "10万兀"])
def test_what_is_nearly_a_figure_is_told(printed: str) -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid("项目名称|甲|<", "资金（万元）|预算数|执行数", f"合计|12|{printed}",
             "一级指标|二级指标|得分", "产出|数量|90"),
    )  # fmt: skip
    assert [figure.value_text for figure in found.unplaced] == [printed]
    assert money(found)["合计 *"] == {"annual_budget": "12 wan"}


def test_weights_in_percent() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid("项目名称|甲|<|<|<", "一级指标|二级指标|三级指标|权重|得分",
             "产出|数量|次数|60%|58", "效益|社会|反映|40%|39"),
    )  # fmt: skip
    assert indicators(found) == ["产出/数量/次数 60→58", "效益/社会/反映 40→39"]


def test_the_year_before_is_history() -> None:
    found = extracted(
        TITLE, "2022年结转资金5万元。2023年预算50万元，支出45万元，上年预算执行率70%，本年预算执行率90%。"
    )
    assert money(found) == {"预算 *": {"annual_budget": "50 wan", "executed": "45 wan", "execution_rate": "90 percent"}}
    assert found.reports[0].money_year == 2023
    assert extracted(TITLE, "预算执行率由80%提高到95%。自评得分90分。").funding_lines == []


def test_a_report_glued_to_the_last_cell_of_a_table() -> None:
    from ingest.extract import extract
    from ingest.readers.text import read_bytes

    text = (
        "甲县预算支出部门评价表\n项目名称\t甲项目\n一级指标\t二级指标\t三级指标\t分值\t得分\n产出\t数量\t次数\t100\t97\n"
        "备注：\t\t\t\t乙县水务局2025年河道清淤项目支出绩效自评报告\n由县财政列入年初预算32万元。自评得分94分。\n"
    )
    found = extract(read_bytes(text.encode()))
    assert [report.project_name for report in found.reports] == ["甲项目", "河道清淤项目"]
    assert [line.report_no for line in found.funding_lines] == [2]


def test_a_conclusion_in_words_is_no_missing_grade() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid("项目名称|甲|<|<", "一级指标|二级指标|分值|得分", "产出|数量|100|100", "总分：100分|<|<|<",
             "评价结论|已按时完成，等级为优，自评得分100分。|<|<"),
    )  # fmt: skip
    assert (found.reports[0].grade, total(found)) == ("excellent", "100")
    assert all(field.value_text for field in found.report_fields if field.field == "grade")


@pytest.mark.parametrize(
    ("line", "score", "others"),
    [
        ("自评得分 96 主管部门评分 94 财政评分 92", "96", ["94", "92"]),
        ("自评得分：96　部门评分：94", "96", ["94"]),
        ("自评得分 96 等级 优", "96", []),
    ],
)
def test_scores_side_by_side_without_a_unit(line: str, score: str, others: list[str]) -> None:
    found = extracted(TITLE, "项目预算100万元，支出90万元。", line)
    assert total(found) == score
    assert doubted(found) == others
