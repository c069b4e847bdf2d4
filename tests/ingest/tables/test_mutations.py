"""Mutated documents: whatever happens to a report's cells, nothing crashes and no figure lands under another measure
without a word."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.records import Extraction
from support.documents import document, table

# Every figure of this form occurs once, so that wherever it turns up it can be told whether it belongs there.
ROWS = [
    ["项目名称", "河道清淤"],
    ["主管部门", "某县水务局", "实施单位", "某县河道所"],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["", "年度资金总额", "61.5", "62.5", "43.75", "10", "70.00%", "7"],
    ["", "其中：当年财政拨款", "31.5", "32.5", "23.75", "", "73.08%", ""],
    ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因"],
    ["产出指标", "数量指标", "清淤长度", "≥", "3", "公里", "3.2", "41", "40", "无"],
    ["", "质量指标", "验收合格率", "＝", "100", "%", "99%", "21", "19", "无"],
    ["效益指标", "生态效益指标", "水质改善", "≥", "2", "类", "2", "28", "27", "无"],
    ["总分", "100", "93"],
]
OWNERS = {
    "initial_budget": {"61.5", "31.5"},
    "annual_budget": {"62.5", "32.5"},
    "executed": {"43.75", "23.75"},
    "execution_rate": {"70.00", "73.08"},
}
WEIGHTS = {Decimal(text) for text in ("10", "41", "21", "28")}
SCORES = {Decimal(text) for text in ("7", "40", "19", "27")}


def read(rows: list[list[str]]) -> Extraction:
    return extract(document("2023年度项目支出绩效自评表", table(*rows)))


def misplaced(found: Extraction) -> list[str]:
    """Figures that stand under a measure that is not theirs."""
    wrong = [
        f"{amount.measure} {amount.value_text}"
        for amount in found.amounts
        if amount.measure in OWNERS and amount.value_text not in OWNERS[amount.measure]
    ]
    wrong += [
        f"weight {row.weight}" for row in found.indicators if row.weight is not None and row.weight not in WEIGHTS
    ]
    return wrong + [
        f"score {row.score}" for row in found.indicators if row.score is not None and row.score not in SCORES
    ]


def is_told(found: Extraction) -> bool:
    return bool(found.notices or found.unplaced) or not found.reports


def test_the_form_as_it_is() -> None:
    found = read(ROWS)
    assert misplaced(found) == []
    assert len(found.indicators) == 4 and len(found.funding_lines) == 2


row_numbers = st.integers(0, len(ROWS) - 1)
mutations = st.one_of(
    st.tuples(st.just("drop row"), row_numbers),
    st.tuples(st.just("duplicate row"), row_numbers),
    st.tuples(st.just("break label"), row_numbers),
    st.tuples(st.just("pad row"), row_numbers),
    st.tuples(st.just("blank cell"), row_numbers),
    st.tuples(st.just("swap columns"), st.sampled_from([3, 6])),
)


def mutate(rows: list[list[str]], kind: str, number: int, cell: int) -> list[list[str]]:
    rows = [list(row) for row in rows]
    row = rows[number % len(rows)]
    if kind == "drop row" and len(rows) > 1:
        rows.remove(row)
    elif kind == "duplicate row":
        rows.insert(number % len(rows), list(row))
    elif kind == "break label":
        row[:] = [text[:2] + "\n" + text[2:] if len(text) > 3 and not text[0].isdigit() else text for text in row]
    elif kind == "pad row":
        row.append("")
    elif kind == "blank cell":
        row[cell % len(row)] = ""
    elif kind == "swap columns":
        group = rows[2:5] if number == 3 else rows[5:9]
        width = min(len(other) for other in group)
        one, other = cell % width, (cell + 1) % width
        for line in group:
            line[one], line[other] = line[other], line[one]
    return rows


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(mutations, st.integers(0, 9)), min_size=1, max_size=2))
def test_mutated_forms_are_read_right_or_told(changes: list[tuple[tuple[str, int], int]]) -> None:
    rows = ROWS
    # Columns are swapped with their headings first: afterwards the rows are no longer where they were.
    for (kind, number), cell in sorted(changes, key=lambda change: change[0][0] != "swap columns"):
        rows = mutate(rows, kind, number, cell)
    found = read(rows)
    assert not misplaced(found) or is_told(found), misplaced(found)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(sorted({cell for row in ROWS for cell in row})), max_size=10), max_size=12))
def test_any_jumble_of_cells_is_survived(rows: list[list[str]]) -> None:
    read([row or [""] for row in rows] or [[""]])
