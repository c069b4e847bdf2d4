from ingest.document import Document, Paragraph, Table
from ingest.extract import extract
from ingest.readers.flattened import restore
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
        }
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
    found = extract(restore(Document((Paragraph(FORM),), "text/plain")))
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [
        ("money", "其中:本年财政拨款 90 89.97 80.98")
    ]


def test_ordinary_prose_is_left_as_it_is() -> None:
    text = "全年预算数 为 83.67 万元，全年执行数 为 0 万元，一级指标 与 三级指标 均已完成。"
    document = Document((Paragraph(text),), "text/plain")
    assert restore(document) == document
    assert not any(isinstance(block, Table) for block in restore(document).blocks)
    assert extracted(text).reports == []
