from decimal import Decimal

import pytest

from ingest.lexicon.labels import column_concept, row_concept
from ingest.lexicon.note_marks import figure_without, label_without
from ingest.lexicon.numbers import cell_figure, figures
from ingest.lexicon.titles import read_title


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("100①", "100", None),
        ("83.5 ②", "83.5", None),
        ("100¹", "100", None),
        ("100[1]", "100", None),
        ("100（注1）", "100", None),
        ("100*", "100", None),
        ("95.5%①", "95.5", "percent"),
        ("60万元[2]", "60", "wan"),
        ("97%²", "97", "percent"),
        ("97%注1", "97", "percent"),
        ("60万元注2", "60", "wan"),
        ("①100", "100", None),
    ],
)
def test_the_mark_of_a_note_is_no_digit_of_a_figure(printed: str, number: str, unit: str | None) -> None:
    figure = cell_figure(printed)
    assert figure is not None
    assert (figure.number, figure.unit, figure.value_text) == (Decimal(number), unit, number)


@pytest.mark.parametrize("printed", ["10²", "10³元", "10^4", "100[2023]", "50（含40）", "(9.8)", "3*5", "1②3"])
def test_what_may_be_more_than_a_mark_leaves_no_figure(printed: str) -> None:
    assert cell_figure(printed) is None


@pytest.mark.parametrize("mark", ["①", "¹", "[1]", "〔2〕", "*", "（注1）", "注1", "注 2"])
def test_a_label_with_a_mark_is_the_label(mark: str) -> None:
    assert column_concept(f"全年执行数{mark}") == "executed"
    assert column_concept(f"执行率（%）{mark}") == "execution_rate"
    assert column_concept("执行率③=②/①") == "execution_rate"
    assert row_concept(f"主管部门{mark}") == "department_name"


@pytest.mark.parametrize("mark", ["①", "¹", "[1]", "*"])
def test_a_title_with_a_mark_is_the_title(mark: str) -> None:
    title = read_title([f"2023年农村厕所改造项目绩效自评报告{mark}"])
    assert title is not None
    assert (title.kind, title.year, title.project) == ("report", 2023, "农村厕所改造项目")


def test_a_mark_between_a_figure_and_its_unit_is_passed_over() -> None:
    assert [(figure.number, figure.unit) for figure in figures("实际支出96①万元")] == [(Decimal(96), "wan")]


def test_what_stands_raised_behind_a_figure_is_no_amount() -> None:
    assert figures("实际支出12^1万元") == ()


def test_what_ends_in_a_note_and_a_number_may_be_more_than_a_mark() -> None:
    assert label_without("备注1") == "备注1"
    assert label_without("重点关注1") == "重点关注1"
    assert figure_without("20m²") == "20m²"
    assert figure_without("20公里²") == "20公里²"
