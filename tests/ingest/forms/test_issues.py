import pytest

from ingest.forms.issues import answers, stated_issues
from support.documents import grid, rows, table
from support.told import extracted


def told(*blocks: object) -> list[tuple[str, str | None, str]]:
    return [(issue.kind, issue.category, issue.text) for issue in stated_issues(answers(rows(*blocks)))]  # type: ignore[arg-type]


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


@pytest.mark.parametrize("date", ["2024年4月12日", "2024 年 4 月", "二〇二四年四月十二日", "2024.4.12"])
def test_the_signature_is_no_suggestion(date: str) -> None:
    found = extracted(
        "石门县商务局2023年度会展项目绩效自评报告",
        "预算50万元，支出45万元。自评得分90分。",
        "四、改进措施",
        "（一）细化预算编制。",
        "（二）加强培训。",
        "石门县商务局",
        date,
    )
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("suggestion", "细化预算编制。"),
        ("suggestion", "加强培训。"),
    ]


def test_practices_asked_for_below_the_indicators() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|水毁公路修复|<|<|<",
            "三级指标|指标值|完成值|分值|得分",
            "修复里程|20公里|22公里|100|98",
            "总分|||100|98",
            "主要经验及做法|建立台账，逐项销号。|<|<|<",
            "存在的主要问题及原因分析|1.前期工作滞后。2.资金拨付较慢。|<|<|<",
            "下一步改进措施|提前开展前期工作。|<|<|<",
        ),
    )
    assert [row.level3 for row in found.indicators] == ["修复里程"]
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("practice", "建立台账，逐项销号。"),
        ("problem", "前期工作滞后。"),
        ("problem", "资金拨付较慢。"),
        ("suggestion", "提前开展前期工作。"),
    ]


def test_no_problem_is_none() -> None:
    assert told("六、存在的问题及原因分析", "资金及时足额到位，不存在问题。") == []


def test_a_paragraph_cut_by_a_page_break_is_one() -> None:
    first = "绩效目标编报的质量还有待提高，存在绩效指标的量化还不够、时效指标不完整"
    assert told("六、存在的问题", first, "等问题，需要加强。") == [("problem", None, first + "等问题，需要加强。")]


def test_sections_in_a_spreadsheet_are_rows_merged_to_one_cell() -> None:
    first = "绩效目标编报的质量还有待提高，存在绩效指标的量化还不够、时效指标不完整"
    sheet = grid("六、存在的问题|<|<", f"{first}|<|<", "等问题，需要加强。|<|<", "七、其他|<|<", "一是没有。|<|<")
    assert told(sheet) == [("problem", None, first + "等问题，需要加强。")]


def test_subsections_that_only_name_a_kind_are_no_issues() -> None:
    assert told(
        "五、问题及建议", "（一）存在的问题。", "个别乡镇发放不及时。", "（二）相关建议。", "加强数据共享。",
        "六、附件", "佐证材料一份。",
    ) == [("problem", None, "个别乡镇发放不及时。"), ("suggestion", None, "加强数据共享。")]  # fmt: skip


def test_numbered_items_below_a_subsection() -> None:
    assert told(
        "一、自评结论", "（三）存在的问题和原因", "1.个别指标设置偏低。", "2.样本量不足。",
        "（四）下一步拟改进措施", "1.优化指标体系。", "二、佐证材料", "1.资金文件。",
    ) == [
        ("problem", None, "个别指标设置偏低。"), ("problem", None, "样本量不足。"),
        ("suggestion", None, "优化指标体系。"),
    ]  # fmt: skip


def test_items_of_a_heading_that_is_an_item_itself() -> None:
    assert told(
        "（二）主要经验及做法、存在问题和建议", "1.主要经验及做法", "一是加强领导。", "2.存在问题", "工期紧。",
        "3.建议", "建议提前下达资金。", "4.其他", "没有其他事项。",
    ) == [
        ("practice", None, "加强领导。"), ("problem", None, "工期紧。"), ("suggestion", None, "建议提前下达资金。"),
    ]  # fmt: skip


def test_a_section_of_problems_and_remedies() -> None:
    assert told(
        "五、存在问题和下一步改进措施", "存在问题：机械化率偏低。", "改进措施：加大设备投入。",
    ) == [("problem", None, "机械化率偏低。"), ("suggestion", None, "加大设备投入。")]  # fmt: skip
    assert told(
        "三、偏离绩效目标的原因和下一步改进措施", "因冬季停工，部分资金未支付。下一步加快进度。", "四、其他",
    ) == [("problem", None, "因冬季停工，部分资金未支付。"), ("suggestion", None, "下一步加快进度。")]  # fmt: skip


def test_numbered_problems_beside_their_remedies() -> None:
    assert told(
        "五、自评发现的问题及整改措施", "问题1：指标没有量化。", "整改措施：逐项量化。", "问题2：支付偏慢。"
    ) == [
        ("problem", None, "指标没有量化。"),
        ("suggestion", None, "逐项量化。"),
        ("problem", None, "支付偏慢。"),
    ]


def test_text_right_behind_a_heading() -> None:
    assert told("五、存在问题：预算编制不细。", "六、建议。提高编制水平。", "七、其他事项：无") == [
        ("problem", None, "预算编制不细。"),
        ("suggestion", None, "提高编制水平。"),
    ]


def test_a_section_of_conclusions_and_advice_waits_for_its_subsections() -> None:
    assert told(
        "三、评价结论及建议", "（一）评价结论。", "自评得分94.5分。", "（二）存在问题。", "调整较大。",
        "（三）改进建议。", "提高科学性。",
    ) == [("problem", None, "调整较大。"), ("suggestion", None, "提高科学性。")]  # fmt: skip


def test_a_heading_with_its_text_behind_a_colon() -> None:
    assert told("四、存在的问题和整改情况：执行进度偏慢。", "五、自评结果应用：作为预算依据。") == [
        ("problem", None, "执行进度偏慢。")
    ]


def test_what_is_to_be_written_is_no_issue() -> None:
    assert told(
        table(
            "存在问题|结合自评情况，分析存在的问题及原因。（200字以内）",
            "改进措施|针对自评中发现的问题，提出改进的意见及建议。（200字以内）",
        )
    ) == []  # fmt: skip


def test_what_stands_behind_the_last_section_is_no_suggestion() -> None:
    found = extracted(
        "某县教育局2023年度校舍维修项目支出绩效自评报告",
        "2023年预算100万元，支出90万元，自评得分95分。",
        "四、下一步改进措施",
        "加快竣工结算。",
        "附件：校舍维修项目支出绩效自评表",
        "校舍维修项目支出绩效自评表",
        "（2023年度）",
        table("项目名称|校舍维修|", "一级指标|二级指标|三级指标|分值|得分", "产出|数量|维修校舍|100|95"),
        "正文",
    )
    assert [(issue.kind, issue.text) for issue in found.issues] == [("suggestion", "加快竣工结算。")]


def test_no_other_suggestions_are_not_none() -> None:
    sections = ("五、存在的问题", "设备老化。", "六、其他建议", "无", "七、有关建议", "无其他建议。")
    places = [(answer.kind, answer.says_none) for answer in answers(rows(*sections))]
    assert places == [("problem", False), ("suggestion", False), ("suggestion", False)]
    assert [answer.says_none for answer in answers(rows("七、有关建议", "无"))] == [True]
