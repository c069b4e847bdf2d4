"""Forms as lines whose cells one space parts, and lines of other things that look like them."""

from __future__ import annotations

from ingest.document import Document, Paragraph, Table
from ingest.extract import extract
from ingest.readers import text
from ingest.readers.flattened import restore
from support.told import indicators, money, targets, total

FORM = (
    "项目名称 校园直饮水",
    "主管部门 石桥县教育局 实施单位 石桥县白杨小学",
    "项目资金",
    "(万元)",
    "年初预算数 全年预算数(A) 全年执行数(B) 分值 执行率(B/A) 得分",
    "年度资金总额: 80 90 72 10 80% 8",
    " 其中:本年财政拨款 80 90 72 - 80% -",
    "年度总体目标 预期目标 实际完成情况",
    "让全校师生喝上直饮水。",
    "全校师生已喝上直饮水。",
    "一级",
    "指标",
    "二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施",
    "产出指标 数量指标 安装饮水机 ≥12台 12台 40 40",
    "质量指标 水质达标率 ≥98% 99% 20 20",
    "效益指标 社会效益指标 受益学生 640人 600人 20 18",
    "满意度指标 服务对象满意度指标 家长满意度 ≥90% 93% 10 10",
    "总分 100 96",
)


def read(*lines: str) -> Document:
    return restore(text.read_bytes("\n".join(["2023年度项目支出绩效自评表", *lines]).encode()))


def test_a_form_whose_cells_one_space_parts() -> None:
    found = extract(read("发布时间：2024-05-10 19:35 来源：教育局", *FORM))
    report = found.reports[0]
    assert (report.project_name, report.organization_name) == ("校园直饮水", "石桥县白杨小学")
    assert money(found)["年度资金总额: *"] == {
        "initial_budget": "80 wan",
        "annual_budget": "90 wan",
        "executed": "72 wan",
        "execution_rate": "80 percent",
    }
    assert [row for row in indicators(found) if "执行率" not in row] == [
        "产出指标/数量指标/安装饮水机 40→40",
        "产出指标/质量指标/水质达标率 20→20",
        "效益指标/社会效益指标/受益学生 20→18",
        "满意度指标/服务对象满意度指标/家长满意度 10→10",
    ]
    assert targets(found)[0] == "≥ 12 台 12台"
    assert total(found) == "96"


def test_a_line_with_a_cell_too_few_is_told_and_not_read() -> None:
    lines = [line.replace("80 90 72 10 80% 8", "90 72 10 80% 8") for line in FORM]
    found = extract(read(*lines))
    assert "年度资金总额: *" not in money(found)
    assert any("72" in figure.value_text + figure.about for figure in found.unplaced)


def test_a_unit_in_a_note_between_the_rows_leaves_the_lines_as_they_are() -> None:
    lines = [line.replace("(万元)", "资金") for line in FORM]
    lines.insert(5, "注：金额单位为元，保留两位小数。")
    found = extract(read(*lines))
    assert not [amount for amount in found.amounts if amount.unit == "wan"]


def test_a_unit_above_the_form_is_its_unit() -> None:
    lines = [line for line in FORM if line != "(万元)"]
    found = extract(read("金额单位：元", *lines))
    assert money(found)["年度资金总额: *"]["executed"] == "72 yuan"


def test_a_unit_apart_from_its_figure_is_no_name() -> None:
    lines = [line.replace("水质达标率 ≥98% 99% 20 20", "水质 达标率 98 % 99 % 20 20") for line in FORM]
    found = extract(read(*lines))
    assert not [row for row in indicators(found) if "%" in row]
    assert any("达标率" in figure.about + figure.value_text for figure in found.unplaced)


def test_what_stands_behind_the_form_stays_as_it_was() -> None:
    behind = ("一、项目基本情况", "2023年全年预算90万元，支出72万元。")
    blocks = read(*FORM, *behind).blocks
    assert [block.text for block in blocks[-2:] if isinstance(block, Paragraph)] == list(behind)


def test_lines_that_are_no_rows_of_a_form() -> None:
    listed = (
        "项目名称 全年预算数 全年执行数 执行率 得分",
        *(f"{name} 100 90 90% 95" for name in ("道路养护", "水窖修建", "校舍维修")),
    )
    narrative = (
        "执行数 预算数 分值 得分 说明如下",
        "一、项目基本情况",
        *(f"第{number}季度 支出 {number} 万元 完成 {number} 项" for number in range(1, 4)),
    )
    for lines in (listed, narrative):
        assert not any(isinstance(block, Table) for block in read(*lines).blocks)


def test_rows_whose_targets_are_words_or_have_units() -> None:
    found = extract(
        read(
            "单位名称：石桥县科普馆",
            "预算数(A) 执行数(B) 执行率(B/A) 得分",
            "年度财政资金总额 60 54 90% 18",
            "年度绩效目标 一级指标 二级指标 三级指标 年初目标值(A) 实际完成值(B) 得分",
            "产出指标 数量指标 科普讲座 不少于12场 12场 15",
            "科普展板 30块 28块 14",
            "质量指标 展品更新 每季更新 按季更新 10",
            "效益指标 社会效益指标 科普知晓度 提升5% 提升5% 20",
        )
    )
    assert [row for row in indicators(found) if "执行率" not in row] == [
        "产出指标/数量指标/科普讲座 -→15",
        "产出指标/数量指标/科普展板 -→14",
        "产出指标/质量指标/展品更新 -→10",
        "效益指标/社会效益指标/科普知晓度 -→20",
    ]
    assert targets(found)[:3] == ["不少于 12 场 12场", "- 30 块 28块", "- 每季更新 - 按季更新"]


def test_headings_of_two_lines_whose_second_ones_stand_on_a_line_below() -> None:
    form = list(FORM)
    at = form.index("一级")
    form[at : at + 3] = [
        "绩效指标 一级指标 二级指标 三级指标 年度 实际 分值 得分 偏差原因分析及改进措施",
        "指标值 完成值",
    ]
    found = extract(restore(text.read_bytes("\n".join(form).encode())))
    assert targets(found) == ["≥ 12 台 12台", "≥ 98 % 99%", "- 640 人 600人", "≥ 90 % 93%"]
    assert total(found) == "96"


TRANSFER = (
    "2021年中央对地方专项转移支付区域绩效目标自评表",
    "填报类型：整体□  区域√  项目□",
    "单位名称 东山县市场监督管理局 联系人及电话 某某，13900000000",
    "预算",
    "执行",
    "情况",
    "（万元）",
    "转移支付预算数(A) 5.8万 预算执行率(B/A) 50%",
    "转移支付执行数(B) 2.9万",
    "年度",
    "目标",
    "完成",
    "情况",
    "预期目标 目标实际完成情况",
    *(f"目标{number}:加强药品监管" for number in range(1, 9)),
    "一级",
    "指标",
    "二级指标 三级指标 指标值 完成值",
    "数量指标 指标1.药品抽检品种 ≥3 4",
    "指标2.器械抽检批次 ≥2 3",
    "质量指标 指标1.抽检完成率 100% 98%",
    "指标2.不合格产品处置率",
    "指标3.培训覆盖率 100% 100%",
    "指标4.监管人员培训学时 ≥90 96",
)


def test_a_form_without_points_whose_money_stands_beside_its_labels() -> None:
    found = extract(read(*TRANSFER))
    [report] = found.reports
    assert (report.title_year, report.organization_name) == (2021, "东山县市场监督管理局")
    assert list(money(found).values()) == [
        {"annual_budget": "5.8 wan", "execution_rate": "50 percent", "executed": "2.9 wan"}
    ]
    assert [row.level2 for row in found.indicators] == ["数量指标", "数量指标", "质量指标", "质量指标"]
    assert targets(found) == ["≥ 3 - 4", "≥ 2 - 3", "- 100 % 98%", "≥ 90 - 96"]
    assert any("不合格产品处置率" in figure.value_text for figure in found.unplaced)
