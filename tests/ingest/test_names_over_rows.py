"""Names of indicators that are merged over several rows, and rows that name none."""

from __future__ import annotations

from support.documents import grid
from support.told import extracted, indicators, targets, total

HEAD = ("项目名称|幼林抚育|<|<|<|<|<", "一级指标|二级指标|三级指标|指标值|完成值|分值|得分")
LAST = ("效益指标|生态效益指标|成活率|≥85%|86%|40|36", "总分|<|<|<|<|100|94")
TITLE = "2023年度项目支出绩效自评表"


def test_each_row_beside_a_merged_name_is_of_that_name() -> None:
    found = extracted(
        TITLE,
        grid(
            *HEAD,
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "^|^|^|≥500株|500株|20|20",
            "^|^|^|≥2次|2次|20|20",
            *LAST,
        ),
    )
    assert indicators(found) == [
        "产出指标/数量指标/抚育面积 20→18",
        "产出指标/数量指标/抚育面积 20→20",
        "产出指标/数量指标/抚育面积 20→20",
        "效益指标/生态效益指标/成活率 40→36",
    ]
    assert targets(found)[:3] == ["≥ 3 千亩 3千亩", "≥ 500 株 500株", "≥ 2 次 2次"]
    assert total(found) == "94"


def test_the_weight_in_a_merged_name_counts_once() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|幼林抚育|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|完成值|得分",
            "产出指标|数量指标|抚育面积（60分）|≥3千亩|3千亩|28",
            "^|^|^|≥500株|500株|30",
            "效益指标|生态效益指标|成活率（40分）|≥85%|86%|36",
        ),
    )
    assert indicators(found)[:2] == ["产出指标/数量指标/抚育面积 60→28", "产出指标/数量指标/抚育面积 -→30"]


def test_a_second_target_of_an_indicator() -> None:
    found = extracted(
        TITLE,
        grid(*HEAD, "产出指标|数量指标|抚育面积|≥3千亩|3千亩|60|58", "^|^|^|≥500株|480株|^|^", *LAST),
    )
    assert indicators(found)[:2] == ["产出指标/数量指标/抚育面积 60→58", "产出指标/数量指标/抚育面积 -→-"]
    assert targets(found)[1] == "≥ 500 株 480株"


def test_a_blank_name_is_no_merged_one() -> None:
    found = extracted(
        TITLE,
        grid(*HEAD, "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18", "^|^||≥500株|500株|40|40", *LAST),
    )
    assert indicators(found)[1] == "产出指标/数量指标/- 40→40"


def test_a_merged_name_ends_with_its_rows() -> None:
    found = extracted(
        TITLE,
        grid(
            *HEAD,
            "产出指标|数量指标|抚育面积|≥3千亩|3千亩|20|18",
            "^|^|^|≥500株|500株|20|20",
            "^|质量指标||≥90%|92%|20|20",
            *LAST,
        ),
    )
    assert indicators(found)[1:3] == ["产出指标/数量指标/抚育面积 20→20", "产出指标/质量指标/- 20→20"]
