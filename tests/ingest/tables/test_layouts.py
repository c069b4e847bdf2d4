"""Layouts of other provinces and other hands, each with expectations written by hand."""

from __future__ import annotations

from support.documents import grid, table
from support.told import extracted, indicators, money, targets, total


def test_national_form_on_a_true_grid() -> None:
    found = extracted(
        "附1",
        "项目支出绩效自评表",
        "（2023年度）",
        grid(
            "项目名称|校舍维修改造|<|<|<|<|<|<|<",
            "主管部门|某县教育体育局|<|<|实施单位|某县第一中学|<|<|<",
            "项目资金（万元）||<|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
            "^|年度资金总额|<|200.00|180.00|171.00|10|95.00%|9.5",
            "^|其中：当年财政拨款|<|200.00|150.00|141.00|—|94.00%|—",
            "^|上年结转资金|<||30.00|30.00|—|100%|—",
            "^|其他资金|<||||—||—",
            "年度总体目标|预期目标|<|<|<|实际完成情况|<|<|<",
            "^|维修校舍3栋。|<|<|<|已维修3栋。|<|<|<",
            "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
            "^|产出指标（50分）|数量指标|维修校舍数量|≥3栋|3栋|20|20|",
            "^|^|质量指标|验收合格率|100%|100%|20|20|",
            "^|^|时效指标|完工时间|2023年11月底前|2023年12月|10|8|雨季影响，已调整工期",
            "^|效益指标（30分）|社会效益指标|受益学生人数|≥1200人|1350人|30|30|",
            "^|满意度指标（10分）|服务对象满意度指标|师生满意度|≥90%|93%|10|10|",
            "总分|<|<|<|<|<|100|97.5|",
        ),
    )
    assert len(found.reports) == 1
    report = found.reports[0]
    assert (report.form, report.project_name, report.organization_name) == (
        "project_self_evaluation",
        "校舍维修改造",
        "某县第一中学",
    )
    assert (report.title_year, report.department_name) == (2023, "某县教育体育局")
    assert (report.goal_text, report.completion_text) == ("维修校舍3栋。", "已维修3栋。")
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "200.00 wan",
            "annual_budget": "180.00 wan",
            "executed": "171.00 wan",
            "execution_rate": "95.00 percent",
        },
        "其中：当年财政拨款": {
            "initial_budget": "200.00 wan",
            "annual_budget": "150.00 wan",
            "executed": "141.00 wan",
            "execution_rate": "94.00 percent",
        },
        "上年结转资金": {"annual_budget": "30.00 wan", "executed": "30.00 wan", "execution_rate": "100 percent"},
    }
    assert indicators(found) == [
        "-/-/执行率 10→9.5",
        "产出指标/数量指标/维修校舍数量 20→20",
        "产出指标/质量指标/验收合格率 20→20",
        "产出指标/时效指标/完工时间 10→8",
        "效益指标/社会效益指标/受益学生人数 30→30",
        "满意度指标/服务对象满意度指标/师生满意度 10→10",
    ]
    assert targets(found)[:2] == ["≥ 3 栋 3栋", "- 100 % 100%"]
    assert total(found) == "97.5"
    assert not found.notices


def test_form_whose_label_column_is_headed_like_a_budget() -> None:
    """Sichuan: 年度预算数(万元) heads the labels, the budgets stand beside it."""
    found = extracted(
        "部门预算项目支出绩效自评表（2023年度）",
        grid(
            "项目名称|安可替代补助资金项目|<|<|<|<|<|<|<|<|<",
            "主管部门|某县司法局|<|<|<|<|实施单位|某县司法局|<|<|<",
            "项目基本情况|1.项目年度目标完成情况|项目年度目标|<|<|<|年度目标完成情况|<|<|<|<",
            "^|^|购买设备并完成支付。|<|<|<|已完成。|<|<|<|<",
            "^|2.项目实施内容及过程概述|2023年购买13台电脑。|<|<|<|<|<|<|<|<",
            "预算执行情况(10分)|年度预算数(万元)|<|年初预算|调整后预算数|预算执行数|预算执行率|<|权重|得分|原因",
            "^|总额|<|0.00|3.36|3.00|89.29%|<|10|8.9|结余",
            "^|其中:财政资金|<|0.00|3.36|3.00|89.29%|<|/|/|",
            "^|财政专户管理资金|<|0.00|0.00|0.00|0.00%|<|/|/|",
            "^|单位资金|<|||||<|/|/|",
            "绩效指标(90分)|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析",
            "^|产出指标|数量指标|设备台数|≥|13|台|13|50|50|",
            "^|^|成本指标|成本控制数|≤|3.36|万元|3|20|20|",
            "^|满意度指标|服务对象满意度指标|使用人员满意度|≥|95|%|90|20|18|",
            "合计|<|<|<|<|<|<|<|100|96.9|",
            "评价结论|已按要求完成支付，自评得分96.9分。|<|<|<|<|<|<|<|<|<",
            "存在问题|支付偏晚。|<|<|<|<|<|<|<|<|<",
            "改进措施|加快支付。|<|<|<|<|<|<|<|<|<",
        ),
    )
    assert money(found) == {
        "总额 *": {
            "initial_budget": "0.00 wan",
            "annual_budget": "3.36 wan",
            "executed": "3.00 wan",
            "execution_rate": "89.29 percent",
        },
        "其中:财政资金": {
            "initial_budget": "0.00 wan",
            "annual_budget": "3.36 wan",
            "executed": "3.00 wan",
            "execution_rate": "89.29 percent",
        },
        "财政专户管理资金": {
            "initial_budget": "0.00 wan",
            "annual_budget": "0.00 wan",
            "executed": "0.00 wan",
            "execution_rate": "0.00 percent",
        },
    }
    assert indicators(found) == [
        "-/-/执行率 10→8.9",
        "产出指标/数量指标/设备台数 50→50",
        "产出指标/成本指标/成本控制数 20→20",
        "满意度指标/服务对象满意度指标/使用人员满意度 20→18",
    ]
    assert total(found) == "96.9"
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("problem", "支付偏晚。"),
        ("suggestion", "加快支付。"),
    ]
    assert (found.reports[0].goal_text, found.reports[0].completion_text) == ("购买设备并完成支付。", "已完成。")


def test_the_same_form_as_text_whose_merged_cells_are_gone() -> None:
    found = extracted(
        "部门预算项目支出绩效自评表（2023年度）",
        table(
            "项目名称|安可替代补助资金项目",
            "主管部门|某县司法局|实施单位|某县司法局",
            "预算执行情况(10分)|年度预算数(万元)|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
            "总额|0.00|3.36|3.00|89.29%|10|8.9|结余",
            "其中:财政资金|0.00|3.36|3.00|89.29%|/|/|",
            "绩效指标(90分)|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析",
            "产出指标|数量指标|设备台数|≥|13|台|13|50|50|",
            "成本指标|成本控制数|≤|3.36|万元|3|20|20|",
            "满意度指标|服务对象满意度指标|使用人员满意度|≥|95|%|90|20|18|",
            "合计|100|96.9|",
        ),
    )
    assert money(found)["总额 *"] == {
        "initial_budget": "0.00 wan",
        "annual_budget": "3.36 wan",
        "executed": "3.00 wan",
        "execution_rate": "89.29 percent",
    }
    assert indicators(found) == [
        "-/-/执行率 10→8.9",
        "产出指标/数量指标/设备台数 50→50",
        "产出指标/成本指标/成本控制数 20→20",
        "满意度指标/服务对象满意度指标/使用人员满意度 20→18",
    ]
    assert total(found) == "96.9"


def test_a_form_without_points() -> None:
    """The self-evaluation of central transfers: goals reached or not, no weights, no scores."""
    found = extracted(
        "中央对地方专项转移支付绩效目标自评表",
        "（2022年度）",
        grid(
            "转移支付（项目）名称|农村公路养护补助|<|<|<|<|<",
            "中央主管部门|交通运输部|<|<|<|<|<",
            "地方主管部门|某省交通运输厅|<|资金使用单位|某县交通运输局|<|<",
            "资金情况（万元）||<|全年预算数（A）|全年执行数（B）|预算执行率（B/A×100%）|<",
            "^|年度资金总额：|<|1,200|1,080|90%|<",
            "^|其中：中央财政资金|<|1,000|900|90%|<",
            "^|地方资金|<|200|180|90%|<",
            "总体目标|总体目标|<|<|全年实际完成情况|<|<",
            "^|养护农村公路60公里|<|<|养护62公里|<|<",
            "绩效指标|一级指标|二级指标|三级指标|指标值|全年实际完成值|未完成原因和改进措施",
            "^|产出指标|数量指标|养护里程|≥60公里|62公里|",
            "^|^|质量指标|验收合格率|≥95%|96%|",
            "^|满意度指标|服务对象满意度|群众满意度|≥90%|92%|",
        ),
    )
    assert [report.form for report in found.reports] == ["project_self_evaluation"]
    assert money(found) == {
        "年度资金总额： *": {"annual_budget": "1,200 wan", "executed": "1,080 wan", "execution_rate": "90 percent"},
        "其中：中央财政资金": {"annual_budget": "1,000 wan", "executed": "900 wan", "execution_rate": "90 percent"},
        "地方资金": {"annual_budget": "200 wan", "executed": "180 wan", "execution_rate": "90 percent"},
    }
    assert [line.fund_level for line in found.funding_lines] == [None, "central", None]
    assert indicators(found) == [
        "产出指标/数量指标/养护里程 -→-",
        "产出指标/质量指标/验收合格率 -→-",
        "满意度指标/服务对象满意度/群众满意度 -→-",
    ]
    assert targets(found) == ["≥ 60 公里 62公里", "≥ 95 % 96%", "≥ 90 % 92%"]
    assert found.reports[0].organization_name == "某县交通运输局"


def test_department_form_with_points_and_amounts_in_yuan() -> None:
    found = extracted(
        "某市水务局2023年度部门整体支出绩效自评表",
        grid(
            "单位名称|某市水务局|<|<|<|<|<",
            "年度预算（元）|预算数|执行数|<|执行率（%）|分值|得分",
            "合计|12,500,000.00|11,250,000.00|<|90|20|18",
            "基本支出|5,000,000.00|5,000,000.00|<|100||",
            "项目支出|7,500,000.00|6,250,000.00|<|83.33||",
            "一级指标|二级指标|三级指标|标准分|评分标准|自评得分|扣分原因",
            "投入|目标设定|绩效目标合理性|10|目标明确得满分|10|",
            "过程|预算执行|结转结余率|10|≤10%得满分|8|结余偏高",
            "产出|职责履行|重点工作完成率|40|按完成比例得分|40|",
            "效果|履职效益|社会效益|20|效益明显得满分|20|",
            "总分|<|<|100||96|",
        ),
    )
    assert [(report.form, report.subject, report.title_year) for report in found.reports] == [
        ("department_self_evaluation", "department", 2023)
    ]
    assert money(found) == {
        "合计 *": {
            "annual_budget": "12,500,000.00 yuan",
            "executed": "11,250,000.00 yuan",
            "execution_rate": "90 percent",
        },
        "基本支出": {
            "annual_budget": "5,000,000.00 yuan",
            "executed": "5,000,000.00 yuan",
            "execution_rate": "100 percent",
        },
        "项目支出": {
            "annual_budget": "7,500,000.00 yuan",
            "executed": "6,250,000.00 yuan",
            "execution_rate": "83.33 percent",
        },
    }
    assert indicators(found) == [
        "-/-/执行率 20→18",
        "投入/目标设定/绩效目标合理性 10→10",
        "过程/预算执行/结转结余率 10→8",
        "产出/职责履行/重点工作完成率 40→40",
        "效果/履职效益/社会效益 20→20",
    ]
    assert total(found) == "96"


def test_amounts_as_pairs_of_label_and_value() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|河道清淤|<|<|<|<",
            "实施单位|某县水务局|<|<|<|<",
            "预算金额（万元）|50|实际支出（万元）|48.5|预算执行率|97%",
            "一级指标|二级指标|三级指标|权重|完成情况|自评得分",
            "产出|数量|清淤长度|60|3公里|60",
            "效益|生态|水质改善|40|明显|38",
            "合计|<|<|100||98",
        ),
    )
    assert money(found) == {
        "预算金额（万元） *": {"annual_budget": "50 wan", "executed": "48.5 wan", "execution_rate": "97 percent"}
    }
    assert total(found) == "98"


def test_a_list_of_projects_gives_a_report_each() -> None:
    found = extracted(
        "某县卫生健康局2023年度项目支出绩效自评情况汇总表",
        "单位：万元",
        grid(
            "序号|项目名称|实施单位|预算数|执行数|执行率|自评得分|自评等级",
            "1|基本公共卫生服务|某县疾控中心|120.5|118|97.93%|96.5|优",
            "2|乡村医生补助|某县卫生健康局|80|60|75%|85|良",
            "合计|<|<|200.5|178|88.78%||",
        ),
    )
    assert [(r.project_name, r.organization_name, r.grade, r.title_year) for r in found.reports] == [
        ("基本公共卫生服务", "某县疾控中心", "excellent", 2023),
        ("乡村医生补助", "某县卫生健康局", "good", 2023),
    ]
    assert [list(money(found, number).values()) for number in (1, 2)] == [
        [{"annual_budget": "120.5 wan", "executed": "118 wan", "execution_rate": "97.93 percent"}],
        [{"annual_budget": "80 wan", "executed": "60 wan", "execution_rate": "75 percent"}],
    ]
    assert [total(found, number) for number in (1, 2)] == ["96.5", "85"]


def test_pairs_of_the_three_public_expenses_and_of_former_years() -> None:
    found = extracted(
        "2023年度部门整体支出绩效自评表",
        "单位：万元",
        grid(
            "部门名称|宁川县民政局|<|<|<|<|<",
            "本年度资金情况|预算数|500|到位数|500|支出数|480",
            "以前年度资金情况|预算数|420|到位数|410|支出数|405",
            "三公经费|<|预算数|8|决算数|5.2|<",
            "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
            "产出|数量|救助人次|≥300人次|320人次|100|98.5",
        ),
    )
    assert money(found) == {
        "预算数 *": {"annual_budget": "500 wan", "funds_received": "500 wan", "executed": "480 wan"},
        "三公经费": {"annual_budget": "8 wan", "executed": "5.2 wan"},
    }
    assert [(line.expenditure_category, line.parent_line_no) for line in found.funding_lines] == [
        (None, None),
        ("three_public", None),
    ]
    assert [figure.value_text for figure in found.unplaced] == ["420", "410", "405"]


def test_points_of_the_execution_rate_behind_its_amounts_and_of_the_total_line() -> None:
    indicators_of_form = ("一级指标|二级指标|三级指标|指标值|完成值|分值|得分", "产出|数量|人次|≥300|320|90|89")
    pairs = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|干部培训|<|<|<|<|<",
            "预算执行情况（10分）|年度预算数：60万元|<|<|实际执行数：57万元|<|得分：9.5分",
            *indicators_of_form,
        ),
    )
    columns = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|干部培训|<|<|<|<|<",
            "资金来源（万元）|全年预算数|实际支出数|执行率|分值|得分|<",
            "财政拨款|35|32.2|92%|10|9.2|<",
            "其他资金|10|10|100%|10|10|<",
            "合计|45|42.2|93.78%|10|9.4|<",
            *indicators_of_form,
        ),
    )
    for found, score in ((pairs, "9.5"), (columns, "9.4")):
        assert [(str(row.weight), str(row.score)) for row in found.indicators if row.is_execution_row] == [
            ("10", score)
        ]
    assert list(money(pairs).values()) == [{"annual_budget": "60 wan", "executed": "57 wan"}]


def test_departments_of_two_levels() -> None:
    found = extracted(
        "2022年省级财政专项资金绩效自评表",
        grid(
            "专项名称|农机购置补贴|<|<",
            "省级主管部门|南岭省农业农村厅|<|<",
            "市县主管部门|东山县农业农村局|<|<",
            "全年预算数（万元）|800|全年执行数（万元）|760",
            "一级指标|三级指标|分值|得分",
            "产出|补贴台数|100|98",
        ),
    )
    [report] = found.reports
    assert (report.department_name, report.organization_name) == ("南岭省农业农村厅", "东山县农业农村局")


def test_a_list_with_the_budget_s_change_and_sum() -> None:
    found = extracted(
        "石门县自然资源局2023年度预算项目绩效自评结果汇总表",
        "金额单位：元",
        grid(
            "序号|预算单位|项目名称|年初预算|预算调整|预算合计|实际支出|预算执行率（%）|绩效自评得分|自评结论",
            "1|石门县自然资源局本级|矿山修复|2000000|-300000|1700000|1615000|95.00|96|优",
            "2|石门县国土执法大队|卫片执法|120000|30000|150000|90000|60.00|78.5|中",
            "|合计||2120000|-270000|1850000|1705000|92.16||",
        ),
    )
    assert [(r.project_name, r.organization_name, r.grade) for r in found.reports] == [
        ("矿山修复", "石门县自然资源局本级", "excellent"),
        ("卫片执法", "石门县国土执法大队", "fair"),
    ]
    assert [list(money(found, number).values()) for number in (1, 2)] == [
        [
            {
                "initial_budget": "2000000 yuan",
                "budget_adjustment": "-300000 yuan",
                "annual_budget": "1700000 yuan",
                "executed": "1615000 yuan",
                "execution_rate": "95.00 percent",
            }
        ],
        [
            {
                "initial_budget": "120000 yuan",
                "budget_adjustment": "30000 yuan",
                "annual_budget": "150000 yuan",
                "executed": "90000 yuan",
                "execution_rate": "60.00 percent",
            }
        ],
    ]
    assert not found.unplaced


def test_names_and_amounts_behind_their_labels_in_one_cell() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称：档案整理|<|<|<|<|<",
            "项目单位：石门县档案馆|<|<|填报时间：2024年1月20日|<|<",
            "预算安排资金（万元）：15.00|<|<|实际支出（万元）：13.50|<|<",
            "一级指标|二级指标|三级指标|指标值|分值|得分",
            "产出指标|数量指标|整理档案|3000卷|60|60",
            "效益指标|社会效益指标|查档便捷|提升|40|35",
            "自评总分：95分（满分100分）|<|<|<|<|<",
            "自评等级：优|<|<|<|<|<",
        ),
    )
    [report] = found.reports
    assert (report.project_name, report.organization_name, report.grade) == ("档案整理", "石门县档案馆", "excellent")
    assert str(report.evaluation_date) == "2024-01-20"
    assert list(money(found).values()) == [{"annual_budget": "15.00 wan", "executed": "13.50 wan"}]
    assert total(found) == "95"


def test_the_four_budgets_are_sources() -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        grid(
            "项目名称|灌区改造|<|<",
            "项目资金（万元）|全年预算数|全年执行数|预算执行率",
            "资金总额|1,260|1,134|90%",
            "一般公共预算|1,000|900|90%",
            "政府性基金预算|260|234|90%",
            "国有资本经营预算|0|0|",
            "财政专户管理资金|0|0|",
            "一级指标|三级指标|分值|得分",
            "产出|改造渠道|100|97",
        ),
    )
    assert [(line.line_kind, line.fund_origin, line.parent_line_no) for line in found.funding_lines] == [
        ("total", None, None),
        ("source", "current_year", 1),
        ("source", "current_year", 1),
        ("source", "current_year", 1),
        ("source", "non_fiscal", 1),
    ]


def test_prose_with_initial_and_adjusted_budget() -> None:
    found = extracted(
        "某州数据发展中心2024年度展厅运维项目支出绩效自评报告",
        "一、基本情况",
        "项目年初预算数为50万元，年中调减预算5.5万元，调整后预算44.5万元，实际到位资金44.5万元，"
        "截至2024年12月31日，累计支出40.05万元，预算执行率90%。其中支付物业服务费12万元。",
        "二、评价结论",
        "经自评，项目综合得分93.6分，评价等级为“优”。",
    )
    assert [(report.form, report.grade) for report in found.reports] == [("narrative", "excellent")]
    assert next(iter(money(found).values())) == {
        "initial_budget": "50 wan",
        "budget_adjustment": "5.5 wan",
        "annual_budget": "44.5 wan",
        "funds_received": "44.5 wan",
        "executed": "40.05 wan",
        "execution_rate": "90 percent",
    }
    assert total(found) == "93.6"


def test_a_blank_template_is_no_evaluation() -> None:
    found = extracted(
        "项目支出绩效自评表",
        "（    年度）",
        grid(
            "项目名称||<|<|<|<|<",
            "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|得分",
            "^|年度资金总额||||10|",
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
            "产出指标|数量指标|指标1||||",
            "总分|<|<|<|<|100|",
        ),
    )
    assert found.reports == []
