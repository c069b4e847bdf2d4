from pathlib import Path

import pytest

from ingest.document import Document, Paragraph, Table
from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.form_titles import title_end
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from ingest.understanding import understand
from support.told import extracted, indicators, money, targets, total

FORM = (
    "项目支出绩效自评表 (2022年度) 项目名称 委托业务项目 主管部门 某市某区某镇人民政府 实施单位 某市某区某镇人民政府 "
    "项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额: 90 89.97 80.98 10 90.01% 9 "
    "其中:本年财政拨款 90 89.97 80.98 上年结转资金 其他资金 "
    "年度总体目标 预期目标 实际完成情况 审计30个项目 已审计30个项目 "
    "绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施 "
    "产出指标(50分) 数量指标 委托业务数量 ≥50个 50 20 20 质量指标 报告合格率 ≥100% 100% 20 20 "
    "经费合规性 严格执行 达成预期指标 10 8 部分手续不全 "
    "效益指标(30分) 社会效益指标 市场公平 效果明显 达成预期指标 30 30 "
    "满意度指标(10分) 服务对象满意度指标 公众满意度 ≥95% 96% 10 10 总分 100 97"
)


def test_a_flattened_form_gives_its_certain_figures_back() -> None:
    document = restore(Document((Paragraph(FORM),), "text/plain"))
    found = extract(document)
    report = found.reports[0]
    assert (report.project_name, report.organization_name, report.title_year) == (
        "委托业务项目",
        "某市某区某镇人民政府",
        2022,
    )
    assert money(found) == {
        "年度资金总额: *": {
            "initial_budget": "90 wan",
            "annual_budget": "89.97 wan",
            "executed": "80.98 wan",
            "execution_rate": "90.01 percent",
        },
        "其中:本年财政拨款": {"initial_budget": "90 wan", "annual_budget": "89.97 wan", "executed": "80.98 wan"},
    }
    assert indicators(found) == [
        "-/-/执行率 10→9",
        "产出指标/数量指标/委托业务数量 20→20",
        "产出指标/质量指标/报告合格率 20→20",
        "产出指标/质量指标/经费合规性 10→8",
        "效益指标/社会效益指标/市场公平 30→30",
        "满意度指标/服务对象满意度指标/公众满意度 10→10",
    ]
    assert targets(found)[0] == "≥ 50 个 50"
    assert found.indicators[3].deduction_reason == "部分手续不全"
    assert total(found) == "97"


def test_a_line_with_fewer_figures_than_headings_is_told_and_not_guessed() -> None:
    form = FORM.replace("财政拨款 90 89.97 80.98", "财政拨款 90 89.97 70.98")
    found = extract(restore(Document((Paragraph(form),), "text/plain")))
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [
        ("money", "其中:本年财政拨款 90 89.97 70.98")
    ]


def test_lines_of_nothing_but_amounts_are_certain_where_they_sum_to_the_total() -> None:
    form = FORM.replace("财政拨款 90 89.97 80.98 上年结转资金", "财政拨款 70 69.97 60.98 上年结转资金 20 20 20")
    found = extract(restore(Document((Paragraph(form),), "text/plain")))
    lines = money(found)
    assert lines["其中:本年财政拨款"] == {
        "initial_budget": "70 wan",
        "annual_budget": "69.97 wan",
        "executed": "60.98 wan",
    }
    assert lines["上年结转资金"] == {"initial_budget": "20 wan", "annual_budget": "20 wan", "executed": "20 wan"}
    assert found.unplaced == []


def test_a_rate_among_the_figures_of_a_line_is_no_amount() -> None:
    form = FORM.replace("财政拨款 90 89.97 80.98", "财政拨款 89.97 80.98 90.01%")
    found = extract(restore(Document((Paragraph(form),), "text/plain")))
    assert list(money(found)) == ["年度资金总额: *"]
    assert len(found.unplaced) == 1


def test_ordinary_prose_is_left_as_it_is() -> None:
    text = "全年预算数 为 83.67 万元，全年执行数 为 0 万元，一级指标 与 三级指标 均已完成。"
    document = Document((Paragraph(text),), "text/plain")
    assert restore(document) == document
    assert not any(isinstance(block, Table) for block in restore(document).blocks)
    assert extracted(text).reports == []


PIPED = (
    "部门预算项目支出绩效自评表(2023年度) | 项目名称 | 510000210003-教师培训 | 主管部门 | 310001-东山县教育局 | "
    "实施单位 (盖章) | 东山县教师进修学校 | 项目年度目标 | 年度目标完成情况 | 培训教师300人,分四期。 | 已培训310人。 | "
    "预算执行情况 | 年度预算数(万元) | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 | "
    "总额 | 40.00 | 52.00 | 50.44 | 97.00% | 10 | 9.7 | | 其中:财政资金 | 40.00 | 52.00 | 50.44 | 97.00% | / | / | | "
    "单位资金 | | | | | / | / | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | "
    "权重 | 得分 | 未完成原因分析 | 产出指标 | 数量指标 | 培训人数 | ≥ | 300 | 人 | 310 | 60 | 60 | | 效益指标 | "
    "社会效益指标 | 合格率(上岗率) | ≥ | 95 | % | 90 | 30 | 28 | 部分 学员缺考 | "
    "合计 | 100 | 97.7 | 评价结论 | 完成较好。 |"
)


def _told(text: str) -> Extraction:
    return extract(restore(read_bytes(text.encode())))


def _check_piped(text: str) -> None:
    found = _told(text)
    report = found.reports[0]
    assert (report.project_name, report.department_name, report.organization_name, report.title_year) == (
        "教师培训",
        "东山县教育局",
        "东山县教师进修学校",
        2023,
    )
    assert (report.goal_text, report.completion_text) == ("培训教师300人,分四期。", "已培训310人。")
    line = {
        "initial_budget": "40.00 wan",
        "annual_budget": "52.00 wan",
        "executed": "50.44 wan",
        "execution_rate": "97.00 percent",
    }
    assert money(found) == {"总额 *": line, "其中:财政资金": line}
    assert indicators(found) == [
        "-/-/执行率 10→9.7",
        "产出指标/数量指标/培训人数 60→60",
        "效益指标/社会效益指标/合格率(上岗率) 30→28",
    ]
    assert targets(found) == ["≥ 300 人 310", "≥ 95 % 90"]
    assert found.indicators[2].deduction_reason == "部分学员缺考"
    assert total(found) == "97.7"
    assert (found.unplaced, found.notices) == ([], [])


def test_all_cells_on_one_line_between_pipes() -> None:
    _check_piped(PIPED)


def test_one_cell_a_line_with_a_pipe_behind_it() -> None:
    _check_piped(PIPED.replace("| ", "|\n"))


def test_one_cell_a_line_without_any_mark() -> None:
    lines = [cell.strip() for cell in PIPED.split("|") if cell.strip()]
    _check_piped("\n".join(lines))


def test_narrative_behind_such_lines_stays_as_it_is() -> None:
    lines = [cell.strip() for cell in PIPED.split("|") if cell.strip()]
    document = restore(read_bytes("\n".join([*lines, "一、存在的问题", "个别学员缺考。"]).encode()))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)][-2:] == [
        "一、存在的问题",
        "个别学员缺考。",
    ]


def test_labels_cut_by_spaces() -> None:
    cut = (
        FORM.replace("年初预算数", "年初 预算数").replace("全年执行数", "全年 执行数").replace("一级指标", "一级 指标")
    )
    found = extract(restore(Document((Paragraph(cut),), "text/plain")))
    assert money(found)["年度资金总额: *"]["executed"] == "80.98 wan"
    assert len(indicators(found)) == 6


def test_a_heading_that_nobody_knows_is_a_column_of_its_own() -> None:
    unknown = FORM.replace("年度指标值 实际完成值", "年度指标值 佐证编号").replace("≥50个 50", "≥50个 甲一")
    found = extract(restore(Document((Paragraph(unknown),), "text/plain")))
    assert indicators(found)[1] == "产出指标/数量指标/委托业务数量 20→20"
    assert targets(found)[0] == "≥ 50 个 -"


def test_with_an_unknown_heading_one_row_that_does_not_fit_leaves_all_in_doubt() -> None:
    unknown = FORM.replace("年度指标值 实际完成值", "年度指标值 佐证编号").replace("≥50个 50 20 20", "≥50个 20 20")
    found = extract(restore(Document((Paragraph(unknown),), "text/plain")))
    assert indicators(found) == ["-/-/执行率 10→9"]
    assert "委托业务数量 ≥50个 20 20" in [figure.value_text for figure in found.unplaced]


def test_an_indicator_with_a_cell_missing_is_told_and_the_next_keeps_its_own_level() -> None:
    missing = FORM.replace("质量指标 报告合格率 ≥100% 100% 20 20", "质量指标 报告合格率 ≥100% 20 20")
    found = extract(restore(Document((Paragraph(missing),), "text/plain")))
    assert indicators(found)[1:3] == [
        "产出指标/数量指标/委托业务数量 20→20",
        "产出指标/质量指标/经费合规性 10→8",
    ]
    assert "报告合格率 ≥100% 20 20" in [figure.value_text for figure in found.unplaced]


def test_a_form_whose_cells_run_together_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(FORM.replace(" ", ""), encoding="utf-8")
    understood = understand("0", path)
    assert understood.status == "rejected"
    assert "粘连" in (understood.reason or "")


def _cells(*rows: str) -> Extraction:
    """A paragraph for each cell, with nothing that says where a row ends."""
    return _told("\n\n".join(cell.strip() for row in rows for cell in row.split("|")))


HEAD = ("项目支出绩效自评表（2023年度）", "项目名称|海堤维护", "实施单位|滨河区海堤管理所")
INDICATORS = (
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "产出指标|数量指标|维护长度|≥12公里|12公里|60|60",
    "满意度指标|满意度指标|居民满意度|≥90%|90%|30|29",
    "总分|100|98.5",
)


def test_pairs_of_a_label_and_its_figure() -> None:
    found = _cells(
        *HEAD,
        "当年预算资金（元）|预算金额|1,200,000|支出金额|1,140,000|预算执行率|95%",
        "其中：财政资金|1,000,000|其中：财政资金|940,000",
        "其他资金|200,000|其他资金|200,000",
        *INDICATORS,
    )
    assert money(found) == {
        "预算金额 *": {
            "annual_budget": "1,200,000 yuan",
            "executed": "1,140,000 yuan",
            "execution_rate": "95 percent",
        },
        "其中：财政资金": {"annual_budget": "1,000,000 yuan", "executed": "940,000 yuan"},
        "其他资金": {"annual_budget": "200,000 yuan", "executed": "200,000 yuan"},
    }
    assert total(found) == "98.5"
    assert not found.unplaced


def test_figures_of_columns_that_cannot_be_told_are_no_pairs() -> None:
    found = _cells(*HEAD, "资金（万元）|2022年|2023年", "预算数|100|150", "执行数|90|141", *INDICATORS)
    assert not found.funding_lines
    assert [figure.value_text for figure in found.unplaced] == ["100", "150", "90", "141"]


def test_a_rate_of_completion_is_no_goal() -> None:
    found = _cells(*HEAD, "年度预期目标|具体完成情况|总体完成率", "维护海堤12公里。|已维护。|95%", *INDICATORS)
    [report] = found.reports
    assert (report.goal_text, report.completion_text) == ("维护海堤12公里。", "已维护。")


def test_a_blank_reason_takes_no_level_for_it() -> None:
    found = _cells(
        *HEAD,
        "一级指标|二级指标|三级指标|指标值|实际完成值|未完成原因",
        "产出指标|数量指标|维护长度|≥12公里|11公里|雨季停工",
        "质量指标|合格率|100%|100%",
        "效益指标|社会效益指标|受益人口|≥3万人|3.2万人",
        "满意度指标|满意度指标|居民满意度|≥90%|91%",
    )
    assert indicators(found) == [
        "产出指标/数量指标/维护长度 -→-",
        "产出指标/质量指标/合格率 -→-",
        "效益指标/社会效益指标/受益人口 -→-",
        "满意度指标/满意度指标/居民满意度 -→-",
    ]
    assert found.indicators[0].deduction_reason == "雨季停工"


def test_levels_of_unusual_names() -> None:
    found = _cells(
        *HEAD,
        "一级指标|二级指标|三级指标|权重|目标值|实际值|评分",
        "产出|数量|维护长度|50|12公里|12公里|50",
        "产出|质量|合格率|20|100%|100%|20",
        "效益|社会|受益人口|30|3万人|2.9万人|29",
        "合计|100|99",
    )
    assert indicators(found) == ["产出/数量/维护长度 50→50", "产出/质量/合格率 20→20", "效益/社会/受益人口 30→29"]
    assert total(found) == "99"


def test_a_list_of_projects_without_its_rows_is_not_read_as_one_form() -> None:
    found = _cells(
        "2023年度项目支出绩效自评汇总表",
        "序号|项目名称|资金性质|预算安排数|实际执行数|执行率|自评得分",
        "1|水库除险|中央资金|300|285|95%|95",
        "2|河道治理|省级资金|200|150|75%|82",
    )
    assert not found.funding_lines and not found.indicators
    assert all(report.project_name is None for report in found.reports)


SCRAMBLED = (
    "项目支出绩效自评表 (2022年度) 项目名称 乡镇卫生院改造 主管部门 某县卫生健康局 年初预算 数 0 项目资金 (万元) "
    "实施单位 某县某镇卫生院 全年预算数 全年执行数 {points} 0 36.2518 10 36.2518 — 100% 其中:当年财政拨款 "
    "一级 指标 年度 指标值 二级指标 三级指标 {scores} 改造病房 12间 11间 40 38 更换设备 3台 3台 20 20"
)


@pytest.mark.parametrize(
    ("points", "scores"), [("分值 执行率 得分", "分值 得分"), ("得分", "实际完成值"), ("", "实际完成值 分值 得分")]
)
def test_the_figures_of_a_form_whose_words_are_out_of_order_are_told(points: str, scores: str) -> None:
    text = SCRAMBLED.format(points=points, scores=scores)
    found = extract(restore(Document((Paragraph("项目支出绩效自评表"), Paragraph(text)), "text/plain")))
    told = " ".join(figure.value_text for figure in found.unplaced)
    assert not found.reports or ("36.2518 10 36.2518" in told and "40 38" in told)


def test_one_cell_a_line_with_lines_of_blank_cells() -> None:
    cells = PIPED.replace("| ", "|\n")
    for label in ("主管部门", "预算执行情况", "效益指标"):
        cells = cells.replace(f"\n{label} |\n", f"\n||||\n{label} |\n|\n")
    _check_piped(cells)


def test_brackets_alone_on_a_line_are_the_rest_of_a_cell() -> None:
    found = _told(
        "部门整体支出绩效评价评分表\n\n一级指标\n\n二级指标\n\n三级指标\n\n评分标准\n\n分值\n（A）\n\n自评得分\n（B）\n\n"
        "投  入\n（15分）\n\n预算配置\n（15分）\n\n在职人员控制率\n\n控制在编制以内计满分。\n\n5\n\n5\n\n"
        "过  程\n（40分）\n\n预算执行\n（40分）\n\n预算调整率\n\n每调整1%扣1分。\n\n40\n\n38"
    )
    assert [text.replace(" ", "") for text in indicators(found)] == [
        "投入/预算配置/在职人员控制率5→5",
        "过程/预算执行/预算调整率40→38",
    ]
    assert [(row.level1_weight, row.level2_weight) for row in found.indicators] == [(15, 15), (40, 40)]


def test_a_rule_that_line_breaks_have_cut_is_no_indicator() -> None:
    found = _cells(
        "部门整体支出绩效评价评分表",
        "一级指标|二级指标|三级指标|评分标准|分值|自评得分|扣分原因",
        "产出指标|数量指标|维护长度|每少1公里扣1分。|30|30",
        "巡查进度|每月不少于2次，计满分；|每少1次扣1分。|30|29",
        "养护费结余|无结余计满分。|40|38|工程款未付",
    )
    assert indicators(found) == ["产出指标/数量指标/维护长度 30→30", "产出指标/数量指标/养护费结余 40→38"]
    assert [row.deduction_reason for row in found.indicators] == [None, "工程款未付"]
    assert [figure.value_text for figure in found.unplaced] == ["巡查进度 每月不少于2次，计满分； 每少1次扣1分。 30 29"]


DISORDER = (
    "附件2 财政项目支出绩效自评表 (2022 年度) 某体育中心场馆维护费 项目名称 主管部门 某市某区体育局 "
    "年初预算数 全年预算数 全年执行数 分值 执行率 得分 250000 250000 215457.6 10 8.62 250000 250000 215457.6 — "
    "上年结转资金 0 0 — 年度资金总额 项目资金 (元) 实施单位 预期目标 实际完成情况 "
    "一级指标 二级指标 三级指标 年度指标值 实际完成值"
)


def test_a_form_in_disorder_keeps_its_title_and_tells_the_rest() -> None:
    found = extract(restore(Document((Paragraph(DISORDER),), "text/plain")))
    [report] = found.reports
    assert (report.title, report.title_year) == ("财政项目支出绩效自评表(2022年度)", 2022)
    assert money(found) == {} and found.indicators == [] and found.unplaced
    assert [field.field for field in found.report_fields if field.field == "budget_adjusted"] == []


def test_a_sentence_is_no_title_because_it_begins_like_one() -> None:
    text = "项目绩效自评报告 显示 全年预算数 全年执行数 分值 执行率 得分 一级指标 二级指标 三级指标 都有 20 30 40 元"
    assert title_end(text.split()) == 0


def test_what_is_told_behind_a_flattened_form_is_no_cell_of_it() -> None:
    lines = ("一级指标", "二级指标", "三级指标", "分值", "得分", "产出", "数量", "修渠长度", "60", "58")
    lines += ("效益", "社会效益", "受益人口", "40", "39", "总分", "100", "97")
    told = Paragraph("（图片未读取：form.jpg）", is_unread=True)
    blocks = restore(Document((*map(Paragraph, lines), told), "text/html")).blocks
    assert blocks[-1] == told and any(isinstance(block, Table) for block in blocks)


def test_prose_on_spending_of_a_budget_is_no_form_whose_cells_run_together(tmp_path: Path) -> None:
    path = tmp_path / "说明.txt"
    path.write_text("全年预算执行数合计208万元，年初预算执行率100%。", encoding="utf-8")
    assert "粘连" not in (understand("0" * 64, path).reason or "")


@pytest.mark.parametrize(
    "line",
    ["年初预算数全年（调整）预算数全年执行数执行率90.5", "预算执行情况预算数(A)执行数(B)执行率(B/A)得分1.51.5100"],
)
def test_other_headings_that_run_together(tmp_path: Path, line: str) -> None:
    path = tmp_path / "form.txt"
    path.write_text(line, encoding="utf-8")
    assert "粘连" in (understand("0" * 64, path).reason or "")


CUT = (
    *("项目支出绩效自评表", "2021年度", "项目名称", "教学楼防水工程", "主管部门", "北岸市教育局"),
    *("项目资金", "（万元）", "年初", "预算数", "全年", "预算数", "全年", "执行数", "分值", "执行率", "得分"),
    *("年度资金总额", "52.6", "50", "47", "10", "94%", "9.4"),
    *("一级指标", "二级指标", "三级指标", "年度", "指标值", "实际", "完成值", "分值", "得分", "偏差原因分析及改进措施"),
    *("产出指标", "数量指标", "指标1：防水面积", "800", "780", "30", "28", "雨季停工", "指标2：", "……"),
    *("质量指标", "指标1：验收合格率", "100", "100", "20", "20", "指标2：", "……"),
    *("效益指标", "社会效益", "指标", "指标1：渗漏报修下降率", "60", "65", "30", "30", "指标2：", "……"),
    *("总分", "100", "97.4"),
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n \n\n"])
def test_headings_cut_over_lines_and_indicators_left_blank(between: str) -> None:
    found = _told(between.join(CUT))
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "52.6 wan",
            "annual_budget": "50 wan",
            "executed": "47 wan",
            "execution_rate": "94 percent",
        }
    }
    assert indicators(found) == [
        "-/-/执行率 10→9.4",
        "产出指标/数量指标/指标1：防水面积 30→28",
        "产出指标/质量指标/指标1：验收合格率 20→20",
        "效益指标/社会效益指标/指标1：渗漏报修下降率 30→30",
    ]
    assert targets(found) == ["- 800 - 780", "- 100 - 100", "- 60 - 65"]
    assert (total(found), found.unplaced) == ("97.4", [])


def test_an_indicator_without_a_name_keeps_its_values_to_itself() -> None:
    blank = "指标2：\n80\n75\n10\n9"
    found = _told("\n".join(CUT).replace("指标2：\n……", blank, 1))
    assert "指标2：" in [row.level3 for row in found.indicators]
    assert indicators(found)[3] == "产出指标/质量指标/指标1：验收合格率 20→20"


@pytest.mark.parametrize(
    "label", ["中央主管部门 教育部", "计划开始日期 2024-01-01 计划完成日期 2024-12-31", "立项依据 某办发〔2023〕5号"]
)
def test_another_label_ends_a_name_in_a_line(label: str) -> None:
    line = (
        f"2024年度项目支出绩效自评表 项目名称 义务教育补助 {label} 主管部门 某县教育局 项目资金（万元） 年初预算数 "
        "全年预算数 全年执行数 分值 执行率 得分 年度资金总额 10 10 9 10 90% 9"
    )
    found = extract(restore(read_bytes(line.encode())))
    assert [report.project_name for report in found.reports] == ["义务教育补助"]


def _of_line(line: str) -> Extraction:
    return extract(restore(read_bytes(line.encode())))


def test_the_title_of_a_form_behind_what_a_file_says_of_itself() -> None:
    found = _of_line(
        "15.00 2052-11.1.0.9 False False 附件: 项目支出绩效自评表 (2022年度) 项目名称 村级补助 主管部门 东山县财政局 "
        "实施单位 东山县财政局 项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分 "
        "年度资金总额: 90 90 81 10 90% 9 绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 "
        "产出指标 数量指标 补助村数量 ≥50个 50 90 90"
    )
    [report] = found.reports
    assert (report.title_year, report.project_name) == (2022, "村级补助")
