import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Cell, Table, Unreadable
from ingest.readers.csv import read_bytes


def rows(data: bytes) -> list[list[str]]:
    (table,) = read_bytes(data).blocks
    assert isinstance(table, Table)
    assert table.true_grid
    return [[cell.text for cell in cells] for _, cells in table.rows()]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    text = f"项目名称{delimiter}执行率\r\n甲{delimiter}75.15%\r\n"
    assert rows(text.encode(encoding)) == [["项目名称", "执行率"], ["甲", "75.15%"]]


def test_quotes_line_breaks_and_ragged_rows() -> None:
    text = '支出进度\n单位,预算,说明\n"甲,乙","1,234.50","第一行\n第二 ""行"""\n\n丙,0\n'
    assert read_bytes(text.encode()).blocks[0].cells[:6] == (  # type: ignore[union-attr]
        Cell(1, 1, "支出进度"),
        Cell(1, 2, ""),
        Cell(1, 3, ""),
        Cell(2, 1, "单位"),
        Cell(2, 2, "预算"),
        Cell(2, 3, "说明"),
    )
    assert rows(text.encode())[2:] == [["甲,乙", "1,234.50", '第一行\n第二 "行"'], ["", "", ""], ["丙", "0", ""]]


def test_a_quotation_mark_that_is_never_closed_is_text() -> None:
    assert rows('单位,说明\n甲,"未完\n乙,好\n'.encode()) == [["单位", "说明"], ["甲", '"未完'], ["乙", "好"]]


def test_the_delimiter_that_the_file_names() -> None:
    assert rows("sep=;\n甲;1,5\n".encode()) == [["甲", "1,5"]]


@pytest.mark.parametrize("data", [b"", b",,,\n,,\n", b"\x00\x01"])
def test_what_holds_nothing_is_rejected(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_bytes(data)


CELL = st.text(alphabet='预算执行率年度总体目标0123456789.%≥,"\n;', min_size=1, max_size=8).filter(str.strip)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=8))
def test_records_are_read_back(records: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL, delimiter="\t").writerows(records)
    assert rows(stream.getvalue().encode()) == [[cell.strip() for cell in record] for record in records]


def test_rows_of_merged_cells_that_have_left_no_trace_are_ranks() -> None:
    rows = [
        "项目名称\t河道清淤",
        "资金\t\t全年预算数\t全年执行数",
        "资金总额\t50\t45",
        "其他\t5",
        "一级指标\t分值\t得分\t原因\t说明",
    ]
    (table,) = read_bytes("\n".join(rows).encode()).blocks
    assert isinstance(table, Table) and not table.true_grid
    assert [len(cells) for _, cells in table.rows()] == [2, 4, 3, 2, 5]
