"""Lists of projects with a row for each source of a project's money, the project's name merged over them or blank."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import money, total

TITLE = "2023年度项目支出绩效自评情况汇总表（单位：万元）"
HEAD = "序号|项目名称|资金来源|预算数|执行数|执行率|自评得分|等级"
BARE_HEAD = "序号|项目名称|预算数|执行数|执行率|自评得分|等级"
SHAPES = [
    texts.on_grid,
    texts.as_rows,
    texts.as_padded_rows,
    texts.as_cells,
    texts.as_markdown,
    texts.as_pipes,
]
Shape = Callable[[texts.Form], Document]


@pytest.mark.parametrize("shape", SHAPES)
def test_sources_below_their_sum(shape: Shape) -> None:
    rows = (HEAD, "1|河道清淤|合计|100|95|95%|96|优", "^|^|省级|60|57|95%|^|^", "^|^|县级|40|38|95%|^|^")
    found = extract(shape((TITLE, (*rows, "2|路灯维护|县级|30|30|100%|98|优"))))
    assert money(found) == {
        "合计 *": {"annual_budget": "100 wan", "executed": "95 wan", "execution_rate": "95 percent"},
        "省级": {"annual_budget": "60 wan", "executed": "57 wan", "execution_rate": "95 percent"},
        "县级": {"annual_budget": "40 wan", "executed": "38 wan", "execution_rate": "95 percent"},
    }
    assert list(money(found, 2)) == ["路灯维护 *"]
    assert [total(found), total(found, 2)] == ["96", "98"]
    assert not found.unplaced


@pytest.mark.parametrize("shape", SHAPES)
def test_the_first_of_several_sources_is_no_total(shape: Shape) -> None:
    rows = (HEAD, "1|河道清淤|省级|60|57|95%|96|优", "^|^|县级|40|38|95%|^|^", "2|路灯维护|县级|30|30|100%|98|优")
    found = extract(shape((TITLE, rows)))
    assert list(money(found)) == ["省级", "县级"]
    assert list(money(found, 2)) == ["路灯维护 *"]
    assert not found.unplaced


@pytest.mark.parametrize("shape", SHAPES)
def test_several_rows_without_labels_have_no_total(shape: Shape) -> None:
    rows = (BARE_HEAD, "1|河道清淤|60|57|95%|96|优", "^|^|40|38|95%|^|^", "2|路灯维护|30|30|100%|98|优")
    found = extract(shape((TITLE, rows)))
    assert [line.is_headline for line in found.funding_lines] == [False, False, True]
    assert [notice.kind for notice in found.notices] == ["not_understood"]


def test_a_row_without_a_name_that_has_points_is_none_of_the_project_above() -> None:
    rows = ("项目名称|预算数|执行数|执行率|自评得分|等级", "河道清淤|60|57|95%|96|优", "|40|38|95%|92|优")
    found = extract(texts.on_grid((TITLE, rows)))
    assert list(money(found)) == ["河道清淤 *"]
    assert [figure.value_text for figure in found.unplaced] == ["40", "38", "95%", "92"]


def test_a_row_of_a_dump_that_lacks_an_amount_is_told() -> None:
    rows = (HEAD, "1|河道清淤|合计|100|95|95%|96|优", "^|^|省级|60|<|95%|^|^", "2|路灯维护|县级|30|30|100%|98|优")
    found = extract(texts.as_pipes((TITLE, rows)))
    assert list(money(found)) == ["河道清淤 *"]


def test_a_row_whose_percentage_stands_beside_its_heading_is_told() -> None:
    rows = (BARE_HEAD, "1|河道清淤|60|57|95%|96|优", "|||40|38|95%|", "2|路灯维护|30|30|100%|98|优")
    found = extract(texts.on_grid((TITLE, rows)))
    assert [list(money(found, number)) for number in (1, 2)] == [["河道清淤 *"], ["路灯维护 *"]]
    assert [figure.value_text for figure in found.unplaced] == ["40", "38", "95%"]
