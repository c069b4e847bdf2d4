"""Points that have run into the figure or the words before them: they are told. Expectations are written by hand."""

from __future__ import annotations

from ingest.document import Table
from support.documents import table
from support.told import extracted, indicators, targets

TITLE = "东山县2022年社区养老项目支出绩效自评表"
HEADING = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
SOUND = "产出|质量|合格率|95%|96%|20|20"


def test_weight_and_score_in_one_cell_are_no_weight() -> None:
    found = extracted(TITLE, table(HEADING, "产出|数量|培训人数|2100|2100|1010|", SOUND))
    assert indicators(found) == ["产出/数量/培训人数 -→-", "产出/质量/合格率 20→20"]
    assert [figure.value_text for figure in found.unplaced] == ["1010"]


def test_a_target_that_the_weight_has_run_into_is_none() -> None:
    found = extracted(TITLE, table(HEADING, "产出|数量|培训人数|210010|2100||10", SOUND))
    assert targets(found)[0] == "- - - 2100"
    assert [figure.value_text for figure in found.unplaced] == ["210010"]


def test_words_that_the_weight_has_run_into_are_told() -> None:
    found = extracted(TITLE, table(HEADING, "产出|质量|验收达标与否20|达标|达标||20", SOUND))
    assert [figure.value_text for figure in found.unplaced] == ["验收达标与否20"]


def test_a_row_with_points_of_its_own_keeps_its_figures() -> None:
    found = extracted(TITLE, table(HEADING, "产出|数量|培训人数|210010|210010|10|10", SOUND))
    assert targets(found)[0] == "- 210010 - 210010"
    assert found.unplaced == []


def test_a_row_below_a_weight_that_reaches_down_lacks_none() -> None:
    rows = [HEADING, "产出|数量|培训人数|12010|12010|10|10", "产出|数量|培训期数|12010|12010||", SOUND]
    cells = table(*rows, true_grid=True).cells
    own = tuple(
        cell._replace(row_span=2) if (cell.row, cell.col) in {(2, 6), (2, 7)} else cell
        for cell in cells
        if (cell.row, cell.col) not in {(3, 6), (3, 7)}
    )
    found = extracted(TITLE, Table(own, True))
    assert [figure.value_text for figure in found.unplaced] == []
