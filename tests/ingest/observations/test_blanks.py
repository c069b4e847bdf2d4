"""Labels without a value. Only labels are kept: no name, no number."""

import pytest

from ingest.observations.blanks import blank_fields
from support.documents import Block, rows, table


def told(*blocks: Block | str) -> list[tuple[str, str]]:
    return [(blank.field, blank.label) for blank in blank_fields(1, rows(*blocks))]


def test_cells_beside_their_labels() -> None:
    form = table("项目名称|校舍维修", "项目负责人||联系电话|", "填报人|某甲|填报日期|2025年3月1日")
    assert told(form) == [("person", "项目负责人"), ("phone", "联系电话")]
    assert told(table("项目负责人|联系电话|0000")) == [("person", "项目负责人")]


def test_signature_lines() -> None:
    assert told(
        "填报人（签字）：              年   月   日", "主管部门（盖章）：某县教育局", "联系人：某甲  联系电话："
    ) == [
        ("signature", "填报人（签字）"),
        ("date", "日期"),
        ("phone", "联系电话"),
    ]
    assert told(table("填报人（签字）：|2025年5月19日")) == [("signature", "填报人（签字）")]


@pytest.mark.parametrize(
    "text",
    [
        "填报人（签字）：某甲    2025年5月19日",
        "项目负责人：某甲，负责项目全程把控。",
        "单位负责人应在年底前签字确认，填报日期以系统为准。",
        "2024年1月1日至2024年12月31日",
    ],
)
def test_filled_lines_and_sentences(text: str) -> None:
    assert told(text) == []


def test_a_value_on_the_next_line() -> None:
    assert told("联系人：", "某甲") == []
    assert told("联系人：", "联系电话：") == [("person", "联系人"), ("phone", "联系电话")]


def test_a_value_in_the_next_row() -> None:
    assert told(table("联系人：", "某甲", "填报日期：", "联系电话：", "000")) == [("date", "填报日期")]


def test_labels_behind_each_other_in_a_flattened_form() -> None:
    text = "评价结论及时足额，存在问题暂无，改进措施暂无，" * 5
    assert told(f"{text}项目负责人:财务负责人:") == [("person", "项目负责人"), ("person", "财务负责人")]


def test_headings_of_a_list_of_contacts() -> None:
    assert told(table("序号|负责人|联系电话|备注", "1|某甲|000|")) == []


def test_rosters() -> None:
    heading = "姓名|职务|单位|签字"
    assert told(table(heading, "|||", "|||")) == [("person", "姓名"), ("signature", "签字")]
    assert told(table(heading, "某甲|局长|某局|", "某乙|科长|某局|")) == [("signature", "签字")]
    assert told(table(heading, "某甲|局长|某局|某甲", "|||")) == []


def test_no_name_is_kept_beside_a_blank() -> None:
    [blank] = blank_fields(1, rows(table("项目负责人|某甲|联系电话|")))
    assert (blank.label, blank.evidence.quote, blank.evidence.col_no) == ("联系电话", "联系电话", 3)


def test_a_blank_date_behind_its_label_is_told_once() -> None:
    assert told("填报人（签字）：      填报日期：    年   月   日") == [
        ("signature", "填报人（签字）"),
        ("date", "填报日期"),
    ]
