import pytest

from ingest.document import Document
from ingest.forms.drafts import Draft, drafts_of
from ingest.forms.layout import rows_of
from ingest.forms.segments import parts_of
from support.documents import document, grid, rows, table
from support.told import extracted

FORM = table("项目名称|甲项目", "主管部门|某县财政局|实施单位|某县教育局")


def drafts(*blocks: object) -> list[Draft]:
    return drafts_of(parts_of(rows(*blocks)))  # type: ignore[arg-type]


def test_form_report_and_issue_list_of_one_subject_are_one_report() -> None:
    found = drafts(
        "附件1：", "某县预算支出部门评价表", "（2024）年度", FORM,
        "附件2：", "某县教育局", "甲项目支出", "绩效评价报告", "一、基本情况",
        "附件3：", "某县教育局甲项目绩效评价问题清单", table("问题分类|序号", "立项|1"),
    )  # fmt: skip
    assert [draft.kinds for draft in found] == [{"form", "report", "issue_list"}]
    assert found[0].project == "甲项目"


def test_a_title_over_two_lines_right_behind_the_last_word() -> None:
    found = drafts(
        "某市水务局关于2022年度河道清淤项目支出绩效自评报告", "七、有关建议", "无", "八、其他", "无",
        "某市水务局关于2022年度购买岗位人员", "经费项目支出绩效单位自评报告", "一、基本情况",
    )  # fmt: skip
    assert [draft.parts[0].title.project for draft in found if draft.parts[0].title] == [
        "河道清淤项目",
        "购买岗位人员经费",
    ]
    assert "岗位" not in " ".join(row.text for row in found[0].rows())


def test_every_form_is_a_report_and_the_department_is_one_of_its_own() -> None:
    found = drafts(
        "2024年度部门整体支出绩效自评情况", "一、基本情况",
        "2024年度部门整体支出绩效自评表", table("部门名称|某县财政局"),
        "附件2-1", "2024年度项目支出绩效自评表", FORM,
        "附件2-2", "2024年度项目支出绩效自评表", table("项目名称|乙项目"),
    )  # fmt: skip
    assert [(draft.is_department, draft.project) for draft in found] == [
        (True, None),
        (False, "甲项目"),
        (False, "乙项目"),
    ]


def test_a_second_form_without_a_title_is_a_report_of_its_own() -> None:
    found = drafts(FORM, table("项目名称|乙项目"))
    assert [draft.project for draft in found] == ["甲项目", "乙项目"]


INDICATORS = ("一级指标|二级指标|三级指标|指标值|完成值|得分", "产出指标|数量指标|维修渠道|3公里|3公里|50")


def test_the_rest_of_a_form_above_the_first_title_is_no_part_of_the_next_one() -> None:
    found = drafts(
        table("预算执行情况|预算数|312|执行数|312", *INDICATORS),
        "项目支出绩效自评表（2023年度）", table("项目名称|乙项目", *INDICATORS),
    )  # fmt: skip
    assert [draft.project for draft in found] == [None, "乙项目"]


def test_what_stands_above_a_form_is_its_own_unless_it_is_the_rest_of_another() -> None:
    funds = table("资金|预算数|执行数", "年度资金总额|312|312")
    found = drafts(funds, "项目支出绩效自评表（2023年度）", table(*INDICATORS))
    assert len(found) == 1
    found = drafts(
        "一、自评工作开展情况", table(*INDICATORS), "项目支出绩效自评表", table("项目名称|乙项目", *INDICATORS)
    )
    assert len(found) == 1


def test_a_score_sheet_of_another_project_is_another_report() -> None:
    found = drafts(
        "某县水务局2023年河道清淤项目支出绩效自评报告", "一、基本情况",
        "某县水务局2023年农村饮水安全项目支出绩效评价指标体系及打分表", table("一级指标|得分"),
    )  # fmt: skip
    assert len(found) == 2


def test_attachments_that_are_only_listed_are_no_reports() -> None:
    found = drafts(
        "某市水务局2022年度河道清淤项目支出绩效自评报告", "八、其他", "无",
        "附件：1.某市水务局2022年度河道清淤项目支出绩效自评表", "2.某市水务局2022年度河道清淤项目资金使用情况表",
    )  # fmt: skip
    assert len(found) == 1


def test_other_documents_are_left_out() -> None:
    assert drafts("2024年度部门预算绩效目标申报表", FORM) == []
    assert len(drafts("2024年度绩效运行监控情况表", FORM, "2024年度项目支出绩效自评表", FORM)) == 1


def test_an_empty_document_has_no_parts() -> None:
    assert parts_of(rows_of(Document((), "text/plain"))) == []
    assert drafts_of(parts_of(rows_of(document("附件1")))) == []


def test_a_title_over_two_lines_of_a_spreadsheet() -> None:
    lines = rows(grid("某市水务局关于2022年度购买岗位人员|<", "经费项目支出绩效单位自评报告|<", "一、基本情况|<"))
    assert [part.title.project for part in parts_of(lines) if part.title] == ["购买岗位人员经费"]


def test_the_year_of_a_form_stands_behind_what_a_page_says_of_its_publication() -> None:
    title, stamp = "项目支出绩效自评表", "发布时间：2025-03-18 来源：县水务局"
    assert [part.year for part in parts_of(rows(title, stamp, "（2024年度）", FORM))] == [2024]
    assert [part.year for part in parts_of(rows(title, "本表反映全年情况。", "2023年度", FORM))] == [None]
    assert [part.year for part in parts_of(rows(title, stamp, "2023", FORM))] == [None]


def test_a_form_whose_indicators_stand_on_a_second_sheet_is_one_report() -> None:
    title = "2024年度项目支出绩效自评表"
    funds = table("项目名称|甲项目", "资金（万元）|预算数|执行数", "年度资金总额|90|81")
    results = table("项目名称|甲项目", *INDICATORS)
    assert [draft.project for draft in drafts(f"{title}（一）", funds, f"{title}（二）", results)] == ["甲项目"]
    whole = table("项目名称|甲项目", "资金（万元）|预算数|执行数", "年度资金总额|90|81", *INDICATORS)
    for first, second, other in (
        (funds, results, "2023年度项目支出绩效自评表"),
        (funds, whole, title),
        (whole, whole, title),
    ):
        assert len(drafts(title, first, other, second)) == 2


def test_a_page_s_heading_names_the_unit_of_the_title_below_it() -> None:
    form = grid("一级指标|二级指标|三级指标|分值|得分", "产出指标|数量指标|修渠|50|48")
    found = extracted("石桥县水务局2023年项目支出绩效自评指标评分表", "附件2", "2023年项目支出绩效自评指标评分表", form)
    assert [report.organization_name for report in found.reports] == ["石桥县水务局"]


def test_a_page_s_heading_names_the_project_of_the_report_below_it() -> None:
    above, own = "石桥县2023年渠道维修资金绩效自评报告", "石桥县2023年度绩效自评报告"
    [report] = extracted(above, own, "年初预算80万元，全年支出76万元。").reports
    assert (report.title, report.project_name) == (own, "渠道维修资金")
    later = extracted(above, "本页共有两份材料。", own.replace("2023", "2022"), "年初预算80万元，全年支出76万元。")
    assert [report.project_name for report in later.reports] == [None]


@pytest.mark.parametrize(
    "lines",
    [
        ("项目支出绩效自评表", "评价年度：2023年    金额单位：万元"),
        ("项目支出绩效自评表", "2023年度　单位：万元"),
        ("2023年度 单位：万元", "项目支出绩效自评表"),
        ("金额单位：万元                    预算年度：2023", "项目支出绩效自评表"),
    ],
)
def test_the_year_beside_the_unit_of_money_around_a_title(lines: tuple[str, str]) -> None:
    found = extracted(*lines, FORM, table("一级指标|二级指标|三级指标|分值|得分", "产出指标|数量指标|培训|90|88"))
    assert [report.title_year for report in found.reports] == [2023]


def test_a_year_among_other_words_is_not_that_of_the_report() -> None:
    found = extracted(
        "项目支出绩效自评表",
        "发布日期：2023年5月 来源：某局",
        FORM,
        table("一级指标|二级指标|三级指标|分值|得分", "产出指标|数量指标|培训|90|88"),
    )
    assert [report.title_year for report in found.reports] == [None]
