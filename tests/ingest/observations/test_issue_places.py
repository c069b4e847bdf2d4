"""Where problems and suggestions are asked for, and whether any are stated."""

from ingest.forms.issues import answers
from ingest.observations.issue_places import issue_places
from support.documents import Block, rows, table


def told(*blocks: Block | str) -> list[tuple[str, str, int, bool]]:
    return [
        (place.kind, place.place, place.item_count, place.says_none)
        for place in issue_places(1, answers(rows(*blocks)))
    ]


def test_sections() -> None:
    assert told(
        "六、存在的问题及原因分析",
        "资金及时足额到位，不存在问题。",
        "七、有关建议",
        "无",
        "八、其他需要说明的问题",
        "无",
    ) == [("problem", "section", 0, True), ("suggestion", "section", 0, True)]


def test_a_heading_that_answers_itself() -> None:
    assert told("六、存在的主要问题：无。", "七、有关建议：加强培训") == [
        ("problem", "section", 0, True),
        ("suggestion", "section", 1, False),
    ]


def test_a_form_and_an_issue_list() -> None:
    heading = "问题分类|序号|项目责任单位|问题描述"
    assert told(table("存在问题|无", "改进措施|加强培训")) == [
        ("problem", "form", 0, True),
        ("suggestion", "form", 1, False),
    ]
    assert told(table(heading, "项目立项存在的问题|1||无", "其他问题|1|某局|认识不够")) == [
        ("problem", "list", 1, True)
    ]
    assert told(table(heading, "项目立项存在的问题|1||", "|.....||")) == [("problem", "list", 0, False)]


def test_the_place_is_that_of_the_none() -> None:
    list_of_issues = table("问题分类|序号|问题描述", "项目立项存在的问题|1|", "其他问题|1|无")
    [place] = issue_places(1, answers(rows(list_of_issues)))
    assert (place.evidence.row_no, place.evidence.col_no, place.evidence.quote) == (3, 3, "无")
