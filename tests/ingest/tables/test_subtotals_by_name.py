"""Rows that add up a group and are called by it: 产出小计, 水利局合计."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import indicators, money, total

HEAD = ("项目名称|河道清淤|<|<|<|<|<|<", "一级指标|二级指标|三级指标|指标值|完成值|分值|得分|原因")
SHAPES = [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells, texts.as_markdown, texts.as_pipes]
Shape = Callable[[texts.Form], Document]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("word", ["小计", "指标小计", "指标合计"])
def test_the_sum_of_a_section_is_no_indicator(shape: Shape, word: str) -> None:
    form: texts.Form = (
        "项目支出绩效自评表（2023年度）",
        (
            *HEAD,
            "产出指标|数量指标|清淤长度|12公里|11公里|60|58|",
            f"产出{word}|<|<|<|<|60|58|",
            "效益指标|社会效益|受益人口|3万人|3万人|40|40|",
            f"效益{word}|<|<|<|<|40|40|",
            "总分|<|<|<|<|100|98|",
        ),
    )
    found = extract(shape(form))
    assert indicators(found) == ["产出指标/数量指标/清淤长度 60→58", "效益指标/社会效益/受益人口 40→40"]
    sections = [(a.measure, a.value_text) for a in found.amounts if a.about.startswith(("产出", "效益"))]
    assert sections == [
        ("section_weight", "60"),
        ("section_score", "58"),
        ("section_weight", "40"),
        ("section_score", "40"),
    ]
    assert total(found) == "98"


@pytest.mark.parametrize("shape", SHAPES[:5])
def test_an_indicator_that_counts_a_sum_is_one(shape: Shape) -> None:
    rows = (*HEAD, "产出指标|数量指标|培训人数合计|12人|12人|60|58|", "^|^|下乡人次合计|3次|3次|40|40|")
    assert len(indicators(extract(shape(("项目支出绩效自评表（2023年度）", rows))))) == 2


@pytest.mark.parametrize("name", ["全县乡镇合计", "培训小计"])
def test_a_sum_with_a_target_and_a_result_is_an_indicator(name: str) -> None:
    rows = (*HEAD, "产出指标|数量指标|培训人数|12人|12人|60|58|", f"^|^|{name}|3次|3次|40|40|")
    found = extract(texts.on_grid(("项目支出绩效自评表（2023年度）", rows)))
    assert indicators(found)[1:] == [f"产出指标/数量指标/{name} 40→40"]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sum_of_a_department_in_a_list_is_no_project(shape: Shape) -> None:
    form: texts.Form = (
        "2023年度项目支出绩效自评情况汇总表（单位：万元）",
        (
            "序号|项目名称|预算数|执行数|执行率|自评得分|等级",
            "1|河道清淤|60|57|95%|96|优",
            "2|路灯维护|30|30|100%|98|优",
            "|水利局合计|90|87|96.67%||",
        ),
    )
    found = extract(shape(form))
    assert [list(money(found, number)) for number in (1, 2)] == [["河道清淤 *"], ["路灯维护 *"]]
    assert len(found.reports) == 2
