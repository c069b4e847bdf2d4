from ingest.forms.issues import stated_issues
from support.documents import grid, rows, table


def told(*blocks: object) -> list[tuple[str, str | None, str]]:
    return [(issue.kind, issue.category, issue.text) for issue in stated_issues(rows(*blocks))]  # type: ignore[arg-type]


def test_the_issue_list() -> None:
    assert told(
        table(
            "问题分类|序号|项目责任单位|问题描述",
            "资金管理存在的问题|1|某县教育局|预算执行率未达到100%",
            "|2||无",
            "其他问题|1|某县教育局|认识不够",
            "|.....||",
        )
    ) == [("problem", "资金管理存在的问题", "预算执行率未达到100%"), ("problem", "其他问题", "认识不够")]


def test_a_cell_with_problem_and_suggestion() -> None:
    assert told(table("问题和建议|问题：认识不够 建议：加强培训")) == [
        ("problem", None, "认识不够"),
        ("suggestion", None, "加强培训"),
    ]


def test_sections_of_a_report_and_their_enumerations() -> None:
    assert told(
        "五、主要经验及做法", "一是制度健全；二是专款专用。",
        "六、存在的问题及原因分析", "存在主要问题：一是设备老化。建议：更换设备。",
        "七、有关建议", "无",
        "八、其他需要说明的问题", "无其他需要说明的问题。",
    ) == [
        ("practice", None, "制度健全；"), ("practice", None, "专款专用。"),
        ("problem", None, "设备老化。"), ("suggestion", None, "更换设备。"),
    ]  # fmt: skip


def test_no_problem_is_none() -> None:
    assert told("六、存在的问题及原因分析", "资金及时足额到位，不存在问题。") == []


def test_a_paragraph_cut_by_a_page_break_is_one() -> None:
    first = "绩效目标编报的质量还有待提高，存在绩效指标的量化还不够、时效指标不完整"
    assert told("六、存在的问题", first, "等问题，需要加强。") == [("problem", None, first + "等问题，需要加强。")]


def test_sections_in_a_spreadsheet_are_rows_merged_to_one_cell() -> None:
    first = "绩效目标编报的质量还有待提高，存在绩效指标的量化还不够、时效指标不完整"
    sheet = grid("六、存在的问题|<|<", f"{first}|<|<", "等问题，需要加强。|<|<", "七、其他|<|<", "一是没有。|<|<")
    assert told(sheet) == [("problem", None, first + "等问题，需要加强。")]
