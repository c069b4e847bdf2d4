import pytest

from ingest.forms.prose.coverage import stray_figures, unparted_row
from ingest.lexicon.contexts import names_by_number
from ingest.records import Extraction
from support.documents import grid
from support.told import extracted, money, total

HEAD = ("2023年度项目支出绩效自评表", "单位：万元")
TITLE = "某县水务局2023年度河道清淤项目支出绩效自评报告"
INDICATORS = ("一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分", "产出|数量|清淤长度|3|3|90|88")


def left(found: Extraction) -> list[tuple[str, str, str]]:
    return [(figure.context, figure.about, figure.value_text) for figure in found.unplaced]


def unplaced(*rows: str) -> list[tuple[str, str, str]]:
    """What is left over of a form; its rows are filled up to the width of the widest."""
    width = max(row.count("|") for row in rows)
    return left(extracted(*HEAD, grid(*(row + "|" * (width - row.count("|")) for row in rows))))


@pytest.mark.parametrize(
    ("row", "context"),
    [("合计 100", "score"), ("年度资金总额 100 95", "money"), ("其他资金 5 5", "money"), ("面积 ≥3 90", "score")],
)
def test_a_row_whose_cells_nothing_parts_is_told_as_what_it_says(row: str, context: str) -> None:
    stray = unparted_row(row)
    assert stray is not None and stray.context == context


def test_nothing_is_left_over_where_all_is_placed() -> None:
    assert not unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|50|50|40|10|80%|8",
        "其中：财政拨款|50|50|40|10|80%|8",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|90|90",
        "总分|<|<|<|<|100|98",
    )


def test_money_whose_table_was_not_understood_is_told() -> None:
    assert unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|100|98",
        "备注|<|<|<|<|<|<",
        "资金来源|全年预算数|说明|<|<|<|<",
        "省级|50||<|<|<|<",
    ) == [("money", "全年预算数", "50")]


def test_numbers_without_such_a_context_are_no_figures() -> None:
    assert not unplaced(
        "项目名称|河道清淤|<|<|<|<|<",
        "联系电话|12345678|<|<|邮编|650000|<",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出|数量|清淤长度|3|3|100|98",
        "序号|人数|<|<|<|<|<",
        "1|25|<|<|<|<|<",
    )


@pytest.mark.parametrize(
    "row",
    [
        "填表人|赵|<|<|联系电话|13800001234|<",
        "单位编码|104001|<|<|填报日期|20240318|<",
        "填表人|赵|<|<|电话：|65123456|<",
    ],
)
def test_numbers_that_name_something_are_no_points_below_a_total(row: str) -> None:
    indicators = ("一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分", "产出|数量|清淤长度|3|3|100|98")
    assert not unplaced("项目名称|河道清淤|<|<|<|<|<", *indicators, "总分|<|<|<|<|100|98", row)


@pytest.mark.parametrize("label", ["电话回访率", "编号牌安装数", "响应时间"])
def test_an_indicator_is_no_number_that_names_something(label: str) -> None:
    assert not names_by_number(label)


def test_columns_that_a_funding_table_has_besides() -> None:
    assert unplaced(
        "项目名称|河道清淤",
        "资金|年初预算数|全年预算数|全年执行数|银行存款|占比|分值|得分|备注",
        "年度资金总额|50|50|40|3.5|80%|10|8|已清",
        "其中：财政拨款|30|30|25|3|60%|10|8|",
        *INDICATORS,
    ) == [
        ("money", "银行存款", "3.5"),
        ("rate", "占比", "80%"),
        ("money", "银行存款", "3"),
        ("rate", "占比", "60%"),
    ]


DIVIDED = (
    "部门名称|临江县退役军人事务局|<|<",
    "年度预算申请（万元）||全年预算数|全年执行数",
    "^|年度资金总额|623.55|598.61",
    "^|按收入性质分：|按支出性质分：|<",
    "^|其中：一般公共预算：598.61|其中：基本支出：402.16|<",
    "^|政府性基金拨款：0|项目支出：{projects}|<",
    "一级指标|三级指标|分值|得分",
    "产出|走访户数|100|97.6",
)


@pytest.mark.parametrize(
    ("income", "told"),
    [("623.55", []), ("600", [("money", "按收入性质分", "600"), ("money", "按支出性质分", "598.61")])],
)
def test_the_heads_of_divisions_give_amounts_of_the_total_again_or_are_told(
    income: str, told: list[tuple[str, str, str]]
) -> None:
    heads = f"^|按收入性质分：{income}|按支出性质分：598.61|<"
    rows = [heads if row.startswith("^|按") else row.format(projects="196.45") for row in DIVIDED]
    assert left(extracted("2023年度部门整体支出绩效自评表", grid(*rows))) == told


def test_labels_with_their_figures_in_one_cell_divide_the_amount_that_they_come_to() -> None:
    """Nothing else says whether they are a budget or spending."""
    found = extracted(
        "2023年度部门整体支出绩效自评表", grid(*(row.format(projects="196.45") for row in DIVIDED))
    )  # fmt: skip
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "623.55 wan", "executed": "598.61 wan"},
        "一般公共预算": {"executed": "598.61 wan"},
        "政府性基金拨款": {"executed": "0 wan"},
        "基本支出": {"executed": "402.16 wan"},
        "项目支出": {"executed": "196.45 wan"},
    }
    assert not found.unplaced


def test_labels_with_their_figures_in_one_cell_that_come_to_nothing_are_told() -> None:
    found = extracted("2023年度部门整体支出绩效自评表", grid(*(row.format(projects="190") for row in DIVIDED)))
    assert list(money(found)) == ["年度资金总额 *", "一般公共预算", "政府性基金拨款"]
    assert [figure.value_text for figure in found.unplaced] == ["其中：基本支出：402.16", "项目支出：190"]


def test_points_of_the_sources_of_funds_that_are_not_those_of_the_total() -> None:
    assert unplaced(
        "项目名称|河道清淤",
        "资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|50|50|40|10|80%|8",
        "财政拨款|30|30|20|10|66.67%|8",
        "其他资金|20|20|20|5|100%|3",
        *INDICATORS,
    ) == [("score", "分值", "5"), ("score", "得分", "3")]


def test_columns_that_an_indicator_table_has_besides() -> None:
    assert unplaced(
        "项目名称|河道清淤",
        "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|扣分|得分率|复核得分|支出金额",
        "产出|数量|清淤长度|3|3|90|88|2|97.78%|87|40.5",
        "效益|社会|受益人口|1|1|10|10||100%||",
        "总分|||||100|98|2|98%|97|40.5",
    ) == [
        ("money", "支出金额", "40.5"),
        ("money", "支出金额", "40.5"),
    ]


def test_a_reviewers_score_is_anothers_only_beside_the_units_own() -> None:
    assert (
        unplaced(
            "项目名称|河道清淤",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|自评得分|主管部门复核得分|专家评分",
            "产出|数量|清淤长度|3|3|90|88|87|86",
            "效益|社会|受益人口|1|1|10|10|9|8",
            "总分|||||100|98|96|94",
        )
        == []
    )
    assert unplaced(
        "项目名称|河道清淤",
        "一级指标|二级指标|三级指标|指标值|完成值|分值|复核得分",
        "产出|数量|清淤长度|3|3|90|87",
        "效益|社会|受益人口|1|1|10|9",
    ) == [("score", "复核得分", "87"), ("score", "复核得分", "9")]


def test_a_subtotal_is_placed_where_it_adds_up() -> None:
    rows = (
        "项目名称|河道清淤",
        *INDICATORS,
        "小计|||||90|88",
        "效益|社会|受益人口|1|1|5|5",
        "效益|生态|水质|1|1|5|4",
        "小计|||||10|{}",
        "总分|||||100|97",
    )
    assert unplaced(*(row.format("9") for row in rows)) == []
    assert unplaced(*(row.format("8") for row in rows)) == [("score", "分值", "10"), ("score", "得分", "8")]


def test_figures_beside_labels_in_a_head_that_is_no_table_of_funds() -> None:
    assert unplaced(
        "项目名称|河道清淤",
        "项目资金|50万元|上年结转|3|联系电话|12345678",
        "年度预算（万元）|50（其中财政40，自筹10）|合同金额|45|项目总投资|500",
        "自评得分|98|开工时间|2023",
        *INDICATORS,
    ) == [
        ("money", "项目资金", "50万元"),
        ("money", "上年结转", "3"),
        ("money", "年度预算（万元）", "50（其中财政40，自筹10）"),
    ]


def test_tables_of_a_report_that_are_no_form() -> None:
    found = extracted(
        TITLE,
        "预算50万元，支出40万元，自评得分95分。",
        grid("序号|支出内容|金额（万元）|人数|工期", "1|清淤|30|20|25", "2|监理|10|3|25"),
        grid("类别|人数|补助标准（元）|补助金额（元）", "老人|20|500|10000"),
        grid("专家|打分|到场时间", "甲|95|9", "乙|95分|9"),
    )
    assert left(found) == [
        ("money", "金额（万元）", "30"),
        ("money", "金额（万元）", "10"),
        ("money", "补助金额（元）", "10000"),
        ("score", "打分", "95"),
        ("score", "打分", "95分"),
    ]


LIST = ("2023年度项目支出绩效自评情况汇总表", "单位：万元")


def test_a_list_s_parts_and_sums_are_accounted_for() -> None:
    found = extracted(
        *LIST,
        grid(
            "序号|项目名称|预算数|其中：财政拨款|自筹资金|执行数|其中：财政拨款|执行率|分值|得分",
            "1|甲|10|8|2|9|7|90%|100|95",
            "2|乙|20|20||18|18|90%|100|96",
            "|小计|30|28|2|27|25|90%||95.5",
            "3|丙|30|30||15|15|50%|100|80",
            "|合计|60|58|2|42|40|70%|300|",
        ),
    )
    assert left(found) == []
    assert money(found, 1) == {
        "甲 *": {"annual_budget": "10 wan", "executed": "9 wan", "execution_rate": "90 percent"},
        "其中：财政拨款": {"annual_budget": "8 wan", "executed": "7 wan"},
        "自筹资金": {"annual_budget": "2 wan"},
    }
    assert [(a.about, a.value_text) for a in found.amounts if a.measure == "section_weight"] == [("总分", "100")] * 3


def test_a_list_s_sums_that_do_not_add_up_are_told() -> None:
    found = extracted(
        *LIST,
        grid(
            "项目名称|预算数|执行数|执行率|得分",
            "甲|10|9|90%|95",
            "乙|20|18|90%|96",
            "合计|31|27|89%|97",
        ),
    )
    assert left(found) == [("money", "预算数", "31"), ("rate", "执行率", "89%"), ("score", "得分", "97")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("年初预算数50，执行数：48，执行率96", ["money 年初预算数 50", "money 执行数 48", "rate 执行率 96"]),
        ("全年预算数（A）50，支出（万元）48", ["money 全年预算数 50", "money 支出 48"]),
        ("年初预算50万清淤、修路", ["money 年初预算 50"]),
        ("年初预算50千元，支出50万美元", ["money 年初预算 50千元", "money 支出 50万美元"]),
        ("支出48~50万元", ["money 支出48~ 50万元", "money 支出 48"]),
        ("自筹10余万元", ["money 自筹 10"]),
        ("执行率960‰，到位率0.96，执行率九成六", ["rate 执行率 960", "rate 到位率 0.96", "rate 执行率 九成六"]),
        ("自评得分95/100", ["score 自评得分 95"]),
        ("财政拨款 30.00 自有资金 20.00", ["money 财政拨款 30.00", "money 财政拨款 30.00 自有资金 20.00"]),
        ("执行率=48/50×100%=96%", []),
        ("每户补助500-1000元，世行贷款50万美元", []),
        ("预算安排下达3个乡镇，资金使用2项", []),
    ],
)
def test_what_a_sentence_says_of_money_rates_and_scores_without_a_unit(text: str, told: list[str]) -> None:
    found = extracted(TITLE, f"{text}。", "综合评价，自评得分90分。")
    assert [" ".join(figure) for figure in left(found)] == told


def test_points_of_which_nothing_says_what_they_are() -> None:
    found = extracted(TITLE, "预算50万元。", "经评定，95分。")
    assert [notice.detail for notice in found.notices] == ["无法判断是什么分数 / points of what：95"]


def test_a_label_on_the_line_above_its_figure() -> None:
    found = extracted(TITLE, "年初预算", "50万元", "实际支出", "48万元", "自评得分", "95分")
    assert money(found) == {"年初预算 *": {"initial_budget": "50 wan", "executed": "48 wan"}}
    assert total(found) == "95"


def test_a_long_number_that_is_no_money_is_passed_over_at_once() -> None:
    assert list(stray_figures("账号" + "53" * 50 + "。")) == []


@pytest.mark.parametrize("whole", ["市级", "合计"])
def test_parts_of_amounts_below_words_of_money(whole: str) -> None:
    """Text has lost over which columns 预算安排 and 实际支出 reach: no figure is anybody's."""
    assert [
        text
        for _, _, text in unplaced(
            "项目名称|河道清淤",
            "资金（万元）|预算安排|实际支出|执行率",
            f"中央|省级|{whole}|中央|省级|{whole}",
            "河道清淤|50|30|20|48|28|19|95%",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|清淤长度|3|3|90|88",
        )
    ] == ["50", "30", "20", "48", "28", "19", "95%"]


@pytest.mark.parametrize(
    "cell",
    [
        "#REF!",
        "####",
        "1.37E+03",
        "#N/A",
        "=SUM(C3:C4)",
        "=E7",
        "=-资金表!$C$4",
        "=…",
        "95.5^1",
        "1.20百万",
        "50千元",
        "–16.77",
        "↓24",
        "△24",
        "1'200.50",
        "96。5",
        "120万元整",
        "人民币96万元",
        "RMB120",
        "1900-04-09",
        "1900年4月9日",
        "1905/6",
        "1900-04-09 12:00:00",
        "2023-03-15",
        "2023年3月15日",
        "2146/1/2",
        "3月15日",
    ],
)
def test_a_formula_without_result_and_a_figure_with_a_mark_are_told(cell: str) -> None:
    assert unplaced(
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        f"年度资金总额|50|50|{cell}|10|80%|{cell}",
        *INDICATORS,
    ) == [("money", "全年执行数", cell), ("score", "得分", cell)]


@pytest.mark.parametrize("cell", ["#DIV/0!", "=100%", "=20台", "#1"])
def test_what_divides_by_nothing_or_is_a_target_is_no_lost_figure(cell: str) -> None:
    assert not unplaced(
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        f"年度资金总额|0|0|0|10|{cell}|10",
        *INDICATORS,
    )


AS_DATES = [("年初预算数", "2023-03-15"), ("全年预算数", "2023-03-15"), ("全年执行数", "2022-11-02")]


def test_rows_of_nothing_but_amounts_that_are_shown_as_dates_are_told() -> None:
    assert unplaced(
        "项目资金（元）|年初预算数|全年预算数|全年执行数|执行率",
        "年度资金总额|2023-03-15|2023-03-15|2022-11-02|",
        "其中：财政拨款|2023-03-15|2023-03-15|2022-11-02|",
        *INDICATORS,
    ) == [("money", name, date) for name, date in AS_DATES * 2]


@pytest.mark.parametrize(
    "row",
    [
        "填报日期|2023-12-31|完成时间|2023-11-30|",
        "资金下达时间|2023-03-15||2023-04-01|",
        "起止时间|2023年1月|2023年12月||",
        "项目编码|2023-530112-001|||",
        "数量指标完成比|3:4|5:6||",
    ],
)
def test_dates_and_numbers_that_are_asked_for_are_no_lost_figures(row: str) -> None:
    assert not unplaced(
        "项目资金（元）|年初预算数|全年预算数|全年执行数|执行率",
        "年度资金总额|50000|50000|48000|96%",
        row,
        "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
        "产出|时效|完成时间|2023-11-30|2023年11月|90|88",
    )


@pytest.mark.parametrize("cell", ["见附件2", "按15号文执行", "—", "/", "第3季度支付", "详见1.2"])
def test_words_in_a_column_of_figures_are_no_lost_figures(cell: str) -> None:
    assert not unplaced(
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        f"年度资金总额|50|50|{cell}|10||10",
        *INDICATORS,
    )


def test_points_that_are_lost_and_that_no_indicator_has_are_told() -> None:
    rows = (
        "项目名称|渠道维修|<|<|<|<",
        "资金（万元）|预算数|执行数|执行率|分值|扣分",
        "年度资金总额|40|38|95%|10|{lost}",
        "一级指标|二级指标|三级指标|得分|分值|扣分",
        "产出指标|数量指标|修渠长度|50|50|0",
        "效益指标|社会效益指标|受益人口|39|40|1",
        "总分|<|<|{total}",
    )
    given = extracted("2023年度项目支出绩效自评表", grid(*(row.format(lost="0.5", total="|100|1.5") for row in rows)))
    assert [(figure.about, figure.value_text) for figure in given.unplaced] == [("扣分", "0.5"), ("扣分", "1.5")]
    assert total(given) is None
    same = extracted("2023年度项目支出绩效自评表", grid(*(row.format(lost="", total="98.5|100|1.5") for row in rows)))
    assert total(same) == "98.5"
    assert not same.unplaced


def test_figures_of_several_things_behind_one_label_are_told_together() -> None:
    assert unplaced(
        "项目名称|河道清淤|岸坡整治",
        "预算数|50|20",
        "执行数|40|20",
        "三级指标|清淤长度|护坡面积",
        "分值|60|40",
        "得分|58|39.5",
    ) == [
        ("score", "分值", "60"),
        ("score", "", "40"),
        ("score", "得分", "58"),
        ("score", "", "39.5"),
    ]


@pytest.mark.parametrize(
    "cell", ["9.5，迟交扣0.5分", "9.5 迟交", "9.5分（扣0.5分）", "扣0.5分", "迟交，9.5", "10-0.5=9.5"]
)
def test_points_with_words_around_them_are_told(cell: str) -> None:
    head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
    assert unplaced("项目名称|河道清淤", head, "产出|数量|清淤长度|3|3|80|80", f"产出|时效|完工|3|3|10|{cell}") == [
        ("score", "得分", cell)
    ]


@pytest.mark.parametrize("cell", ["38，含结转", "38万（决算）", "已支付38万元", "38万元，余2万元"])
def test_amounts_with_words_around_them_are_told(cell: str) -> None:
    assert unplaced(
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分", f"年度资金总额|50|50|{cell}|10||10", *INDICATORS
    ) == [("money", "全年执行数", cell)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发放补贴1.86万人。", []),
        ("发放补贴3千余户。", []),
        ("发放补贴1.86万多。", ["1.86"]),
        ("支出120余万。", ["120"]),
    ],
)
def test_what_is_counted_behind_a_number_is_no_money(text: str, told: list[str]) -> None:
    assert [stray.text for stray in stray_figures(text)] == told


def test_a_rate_at_the_end_of_its_formula_is_told() -> None:
    assert unplaced(
        "|年初预算数|全年预算数|全年执行数|分值|执行率|得分", "年度资金总额|50|50|38|10|38/50×100%=76%|7.6", *INDICATORS
    ) == [("rate", "执行率", "38/50×100%=76%")]
