import pytest

from ingest.document import Paragraph
from ingest.extract import extract
from ingest.records import Extraction
from support.documents import document, grid


def report(*remarks: str) -> Extraction:
    """A report whose form has spent 96 of 120, with remarks behind its title and behind its table."""
    asides = [Paragraph(text, is_aside=True) for text in remarks]
    form = grid(
        "项目名称    |村级道路养护|主管部门  |交通运输局",
        "项目资金（万元）|全年预算数  |全年执行数|执行率",
        "年度资金总额|120         |96        |80%",
        "一级指标    |三级指标    |分值      |得分",
        "产出指标    |养护里程    |90        |85.5",
    )
    return extract(document("2023年村级道路养护项目支出绩效自评表", *asides[:1], form, *asides[1:]))


def told(extraction: Extraction) -> list[tuple[str, str, int]]:
    return [(each.context, each.value_text, each.evidence.block_no) for each in extraction.unplaced]


def facts(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        *((amount.measure, amount.number, amount.about) for amount in extraction.amounts),
        *((row.level3, row.weight, row.score) for row in extraction.indicators),
        *((each.title, each.project_name) for each in extraction.reports),
    ]


@pytest.mark.parametrize(
    "remark",
    [
        "（脚注1）指符合财政部规定的养护支出。",
        "（脚注1）依据《项目支出绩效评价管理办法》（财预〔2020〕10号）第16条。",
        "（脚注1）项目资金120万元，实际支出96万元，执行率80%。",
        "（脚注1）养护里程由12个行政村上报，共36公里。",
        "（批注1）请于2024年3月15日前核对。",
        "（批注 B5）见附件2第3页",
        "（脚注1）上年度实际支出110万元。",
        "（批注1）养护里程应为36公里，受益人数为1200",
    ],
)
def test_a_remark_that_only_explains_changes_nothing(remark: str) -> None:
    plain = report()
    assert told(plain) == []
    extraction = report(remark, remark)
    assert (told(extraction), facts(extraction)) == ([], facts(plain))


@pytest.mark.parametrize(
    ("remark", "context", "value"),
    [
        ("（脚注1）其中当年财政拨款90万元。", "money", "90"),
        ("（批注1）此处应为95.3", "money", "95.3"),
        ("（批注 C3）财务系统：95.30", "money", "95.30"),
        ("（批注 C3）95.3", "money", "95.3"),
        ("（尾注2）截至年末实际支出95.8万元。", "money", "95.8"),
        ("（批注1）预算执行率应为79.4%", "rate", "79.4"),
        ("（批注2）自评得分应为88分", "score", "88"),
    ],
)
def test_a_figure_beside_the_report_is_told_and_no_record_of_it(remark: str, context: str, value: str) -> None:
    extraction = report("（脚注1）指养护支出。", remark)
    assert told(extraction) == [(context, value, 4)]
    assert facts(extraction) == facts(report())


def test_lines_go_on_over_a_remark_between_them() -> None:
    lines = ("2023年村级道路养护项目绩效自评报告", "项目预算120万元，全年实际支出为", "96万元，执行率80%。")
    plain = extract(document(*lines))
    remark = Paragraph("（脚注1）指养护支出。", is_aside=True)
    assert facts(extract(document(*lines[:2], remark, lines[2]))) == facts(plain)
