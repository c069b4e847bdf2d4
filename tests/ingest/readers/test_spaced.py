"""Rows of tables as lines whose cells spaces part, and headings of two rows of which only the order is left."""

from __future__ import annotations

from ingest.document import Document, Table
from ingest.extract import extract
from ingest.readers import text
from ingest.readers.flattened import restore
from support.told import indicators, money, total

TITLE = "2023年度项目支出绩效自评表"


def read(*lines: str) -> Document:
    return restore(text.read_bytes("\n".join([TITLE, *lines]).encode()))


def rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in row] for block in document.blocks if isinstance(block, Table) for _, row in block.rows()
    ]


def test_levels_above_and_reasons_that_are_not_given() -> None:
    document = read(
        "项目名称  森林防火",
        "资金（万元）  年初预算数  全年预算数  全年执行数  执行率  得分",
        "年度资金总额  80  75  60  80%  8",
        "其中：财政拨款  80  75  60  80%  —",
        "一级指标  二级指标  三级指标  指标值  完成值  分值  得分  偏差原因",
        "产出指标  数量指标  巡护次数  100次  120次  40  40",
        "          质量指标  合格率  95%  96%  20  20",
        "                    复检率  95%  90%  10  8  人手不足",
        "效益指标  社会效益指标  知晓率  90%  85%  20  16",
        "总分  100  92",
    )
    assert rows(document)[5:9] == [
        ["产出指标", "数量指标", "巡护次数", "100次", "120次", "40", "40", ""],
        ["", "质量指标", "合格率", "95%", "96%", "20", "20", ""],
        ["", "", "复检率", "95%", "90%", "10", "8", "人手不足"],
        ["效益指标", "社会效益指标", "知晓率", "90%", "85%", "20", "16", ""],
    ]
    found = extract(document)
    assert list(money(found)) == ["年度资金总额 *", "其中：财政拨款"]
    assert indicators(found)[1:] == [
        "产出指标/数量指标/巡护次数 40→40",
        "产出指标/质量指标/合格率 20→20",
        "产出指标/质量指标/复检率 10→8",
        "效益指标/社会效益指标/知晓率 20→16",
    ]
    assert total(found) == "92"


def test_a_row_that_lacks_a_cell_in_its_middle_leaves_lines() -> None:
    found = extract(
        restored := read(
            "项目名称  森林防火",
            "一级指标  二级指标  三级指标  指标值  单位  完成值  分值  得分",
            "产出指标  数量指标  巡护次数  100  次  120  60  58",
            "效益指标  社会效益指标  群众评价  好  好  40  36",
        )
    )
    assert not rows(restored)
    assert not found.indicators


def test_sentences_apart_by_gaps_are_no_table() -> None:
    lines = ("本项目  由林业局实施。", "年初预算80万元，  支出60万元。", "自评得分  95分。")
    assert not rows(read(*lines))


def test_rows_of_one_width_are_not_taken_for_wrapped_text() -> None:
    found = extract(
        read(
            "项目名称  森林防火",
            "一级指标  权重  二级指标  权重  三级指标  权重  得分",
            "产出指标  60  数量指标  60  巡护次数  60  58",
            "效益指标  40  社会效益指标  40  知晓率  40  36",
            "总分  100  94",
        )
    )
    assert indicators(found) == ["产出指标/数量指标/巡护次数 60→58", "效益指标/社会效益指标/知晓率 40→36"]
    assert [row.level1_weight for row in found.indicators] == [60, 40]
    assert total(found) == "94"


def test_a_second_row_of_the_heading_that_repeats_below_each_amount() -> None:
    words = (
        "项目名称 森林防火 资金（万元） 全年预算数 全年执行数 执行率 合计 财政资金 其他资金 合计 财政资金 其他资金 "
        "年度资金 75 65 10 60 55 5 80% 一级指标 二级指标 三级指标 指标值 完成值 分值 得分 "
        "产出指标 数量指标 巡护次数 100次 120次 100 94 总分 100 94"
    )
    for found in (extract(read(words)), extract(read("", *(f"{word}\n" for word in words.split())))):
        [report] = found.reports
        assert report.project_name == "森林防火"
        assert money(found) == {
            "年度资金 *": {"annual_budget": "75 wan", "executed": "60 wan", "execution_rate": "80 percent"},
            "财政资金": {"annual_budget": "65 wan", "executed": "55 wan"},
            "其他资金": {"annual_budget": "10 wan", "executed": "5 wan"},
        }
        assert [amount.unit_source for amount in found.amounts if amount.measure == "executed"] == ["heading"] * 3


def test_a_second_row_that_does_not_repeat_is_told() -> None:
    found = extract(
        read(
            "项目名称 森林防火 资金（万元） 全年预算数 全年执行数 执行率 合计 财政资金 合计 其他资金 "
            "年度资金 75 65 60 55 80% 一级指标 二级指标 三级指标 指标值 完成值 分值 得分 "
            "产出指标 数量指标 巡护次数 100次 120次 100 94 总分 100 94"
        )
    )
    assert not found.funding_lines
    assert [figure.context for figure in found.unplaced] == ["money"]


def test_a_level_2_without_its_indicator_word() -> None:
    document = read(
        "一级指标  二级指标  三级指标  指标值  完成值  分值  得分",
        "产出指标  数量指标  巡护次数  100  120  60  58",
        "质量  合格率  95  96  20  20",
        "服务对象满意度  95  94  20  19",
    )
    assert rows(document)[2:] == [
        ["", "质量", "合格率", "95", "96", "20", "20"],
        ["", "", "服务对象满意度", "95", "94", "20", "19"],
    ]


def test_a_level_2_without_its_indicator_word_and_a_value_missing() -> None:
    document = read(
        "一级指标  二级指标  三级指标  指标值  完成值  分值  得分",
        "产出指标  数量指标  巡护次数  100  120  60  58",
        "服务对象满意度  居民满意度  95  20  19",
    )
    assert not rows(document)


def test_a_heading_whose_first_words_are_no_label() -> None:
    document = read(
        "2024年森林防火项目绩效自评表",
        "资金（万元）    年初预算数    全年预算数    全年执行数",
        "年度资金总额    70            75            60",
        "其中：财政拨款    65            70            55",
    )
    assert rows(document)[0] == ["资金（万元）", "年初预算数", "全年预算数", "全年执行数"]
