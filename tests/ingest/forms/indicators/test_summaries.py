import pytest

from ingest.document import Table
from ingest.records import Extraction
from support.documents import grid
from support.told import extracted, indicators, total

TITLE = "某县水务局2023年度河道清淤项目支出绩效评价报告"
INDICATORS = grid(
    "一级指标|二级指标|三级指标|分值|得分",
    "决策|项目立项|立项依据充分性|20|19",
    "过程|资金管理|资金到位率|20|20",
    "产出|数量|清淤长度|60|56",
    "合计|||100|95",
)
ROWS = ("决策|20|19|95%", "过程|20|20|100%", "产出|60|56|93.33%", "合计|100|95|95%")


def read(*tables: Table) -> Extraction:
    return extracted(TITLE, "预算50万元，支出40万元。", *tables)


@pytest.mark.parametrize("heading", ["指标|分值|得分|得分率", "一级指标|权重|评价得分|得分率"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_table_of_sections_beside_the_indicators_makes_no_indicators(heading: str, is_first: bool) -> None:
    summary = grid(heading, *ROWS)
    found = read(summary, INDICATORS) if is_first else read(INDICATORS, summary)
    assert indicators(found) == [
        "决策/项目立项/立项依据充分性 20→19",
        "过程/资金管理/资金到位率 20→20",
        "产出/数量/清淤长度 60→56",
    ]
    points = [(a.about, a.measure, a.value_text) for a in found.amounts if a.measure.startswith("section")]
    assert sorted(points) == [
        ("产出", "section_score", "56"),
        ("产出", "section_weight", "60"),
        ("决策", "section_score", "19"),
        ("决策", "section_weight", "20"),
        ("总分", "section_weight", "100"),
        ("总分", "section_weight", "100"),
        ("过程", "section_score", "20"),
        ("过程", "section_weight", "20"),
    ]
    assert total(found) == "95"
    assert not found.unplaced and not found.notices


def test_a_table_of_sections_alone_is_an_evaluation() -> None:
    reviewed = [f"{row}|{score}" for row, score in zip(ROWS, (18, 20, 55, 93), strict=True)]
    found = read(grid("一级指标|标准分|得分|得分率|复核得分", *reviewed))
    assert not found.indicators and total(found) == "95"
    assert not found.unplaced  # A reviewer's scores are another's.
