"""Points that have run into the figure or the words before them: they are told. Expectations are written by hand."""

from __future__ import annotations

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
