"""Reports whose title is missing, cut short or dressed up: their opening says what they are."""

from __future__ import annotations

import pytest

from support.documents import grid
from support.told import extracted, money, total

MONEY = ("一、项目基本情况", "塘坝整治项目年初预算300万元，当年实际支出285万元。")
SPENT = {"塘坝整治项目年初预算 *": {"initial_budget": "300 wan", "executed": "285 wan"}}


def amounts(*lines: str) -> list[dict[str, str]]:
    return list(money(extracted(*lines, *MONEY)).values())


@pytest.mark.parametrize(
    "line",
    [
        "根据县财政局通知要求，我局对塘坝整治项目资金使用情况开展了自评。现将项目绩效自评情况报告如下：",
        "根据《关于开展2022年度绩效评价的通知》，受县财政局委托，某所对塘坝整治项目进行了绩效评价，现将评价情况报告如下：",
        "我中心组织开展重点项目绩效评价工作，对资金投入、目标完成等情况进行了自评，并形成自评报告如下：",
        "按照要求，我局填写自评表格，经查阅有关账务，形成本评价报告。",
        "我局认真组织开展了2022年度补助资金绩效自评工作，自评情况如下：",
        "现将塘坝整治资金使用和管理自评报告公示如下。",
        "我厅认真开展了2022年度预算绩效自评工作，分别从产出、效益逐项评价，自评得97.5分。",
        "评价方式：部门（单位）绩效自评",
    ],
)
@pytest.mark.parametrize("above", [(), ("县财政局：",), ("发布时间：2023-02-11 来源：县水利局", "浏览次数：120")])
def test_an_opening_that_announces_an_evaluation(above: tuple[str, ...], line: str) -> None:
    assert amounts(*above, line) == [{"initial_budget": "300 wan", "executed": "285 wan"}]


@pytest.mark.parametrize(
    "line",
    [
        "为做好2022年度绩效自评工作，现将有关事项通知如下：",
        "县财政局对30个项目开展了绩效评价，现将评价结果通报如下：",
        "请各单位对项目开展绩效自评，并将自评情况报告如下邮箱：",
        "根据要求，我局对2022年1-7月项目开展绩效运行监控，现将监控情况报告如下：",
        "现将2022年预算执行情况报告如下：",
        "现将彩票公益金筹集、使用情况公告如下：",
        "项目实施后将按规定开展绩效评价。",
        "评价方式：自评与抽查相结合",
    ],
)
def test_an_opening_of_another_kind(line: str) -> None:
    assert amounts(line) == []
    assert amounts("青禾县水利局文件", line) == []


@pytest.mark.parametrize(
    ("line", "year", "project"),
    [
        ("现将2022年青禾县塘坝整治项目绩效自评报告公布如下：", 2022, "青禾县塘坝整治项目"),
        ("根据县财政局要求，现将我局2022年塘坝整治项目绩效自评情况报告如下：", 2022, "塘坝整治项目"),
        ("现将塘坝整治项目绩效自评结果公示如下。", None, "塘坝整治项目"),
        ("现将项目绩效自评情况报告如下：", None, None),
        ("我局对塘坝整治项目开展了自评，现将自评情况报告如下：", None, None),
    ],
)
def test_the_title_that_an_opening_announces(line: str, year: int | None, project: str | None) -> None:
    report = extracted(line, *MONEY).reports[0]
    assert [report.title_year, report.project_name] == [year, project]


def test_an_announcement_deep_in_the_text_is_none_of_the_document() -> None:
    told = "我局对另一项目开展了绩效自评，现将自评情况报告如下："
    assert extracted(*MONEY, "二、其他", "无。", "三、说明", "无。", "四、附注", told).reports == []


@pytest.mark.parametrize(
    ("title", "project"),
    [
        ("塘坝整治项目绩效评价报告摘要", "塘坝整治项目"),
        ("塘坝整治项目绩效评价报告（全文）", "塘坝整治项目"),
        ("塘坝整治项目绩效评价报告公示", "塘坝整治项目"),
        ("关于2022年塘坝整治项目支出绩效自评结果的公示", "塘坝整治项目"),
        ("2022年塘坝整治项目绩效自评结果公开", "塘坝整治项目"),
        ("2022年塘坝整治项目绩效评价结果", "塘坝整治项目"),
        ("关于报送2022年塘坝整治项目绩效自评报告的函", "塘坝整治项目"),
        ("塘坝整治项目绩效自评", "塘坝整治项目"),
        ("2022年塘坝整治项目支出绩效评价", "塘坝整治项目"),
        ("2022年塘坝整治项目支出绩效评价情况", "塘坝整治项目"),
        ("青禾县水利局开展塘坝整治项目绩效自评情况", "塘坝整治项目"),
        ("1.塘坝整治项目绩效自评报告", "塘坝整治项目"),
        ("一、塘坝整治项目绩效自评报告", "塘坝整治项目"),
        ("塘坝整治项目绩效自评报告。", "塘坝整治项目"),
        ("塘坝整治项目绩效自评报告-青禾县水利局", "塘坝整治项目"),
        ("塘坝整治项目绩效自评报告 - 青禾县人民政府", "塘坝整治项目"),
        ("塘坝整治项目绩效自评报告.docx", "塘坝整治项目"),
        ("塘坝整治项目绩效自评报告 篇3", "塘坝整治项目"),
        ("塘坝整治项目绩效评估报告2", "塘坝整治项目"),
        ("青禾县水利局预算绩效自评", None),
    ],
)
def test_a_title_dressed_up_at_the_head_of_a_document(title: str, project: str | None) -> None:
    found = extracted(title, *MONEY)
    assert [report.project_name for report in found.reports] == [project]
    assert money(found) == SPENT


@pytest.mark.parametrize(
    "title",
    [
        "关于开展2022年绩效自评工作的通知",
        "2022年预算绩效管理工作情况通报",
        "塘坝整治项目绩效评价工作方案",
        "塘坝整治项目绩效评价办法",
        "塘坝整治项目绩效评价指标",
        "首页 > 政务公开 > 绩效评价",
        "评价方式：青禾县水利局绩效自评",
        "青禾县水利局开展塘坝整治项目绩效评价",
        "青禾县财政局部署启动2022年重点项目绩效评价",
        "绩效评价",
        "部门绩效自评",
        "项目支出绩效自评",
        "财政绩效评价结果公开",
        "2022年塘坝整治项目绩效目标",
    ],
)
def test_a_heading_of_another_kind(title: str) -> None:
    assert extracted(title, *MONEY).reports == []


def test_a_section_is_no_title() -> None:
    found = extracted("塘坝整治项目绩效自评报告", *MONEY, "塘坝整治项目绩效评价结果", "自评得分96分。")
    assert [len(found.reports), total(found)] == [1, "96"]


def test_a_score_of_an_evaluation_beside_money() -> None:
    assert amounts("二、评价结论", "该项目绩效评价得分为84分。") == [
        {"initial_budget": "300 wan", "executed": "285 wan"}
    ]
    budget = extracted("项目预算金额300万元，已拨付285万元。", "该项目绩效评价得分为84分。")
    assert [total(budget), len(budget.reports)] == ["84", 1]
    several = "甲项目绩效评价得分为84分。", "乙项目绩效评价得分为92分。"
    assert extracted(*MONEY, *several).reports == []


@pytest.mark.parametrize(
    "headings",
    [
        ("一、绩效目标分解下达情况", "二、绩效目标完成情况分析"),
        ("一、绩效目标下达情况", "二、绩效目标完成情况", "三、偏离绩效目标的原因和下一步改进措施"),
        ("一、2023年县级公益金分解下达情况", "二、2023年县级公益金目标完成情况分析"),
        ("一、项目概况", "二、绩效目标实现情况", "三、绩效自评结果拟应用和公开情况"),
        ("一、基本情况", "二、绩效评价工作开展情况", "三、综合评价情况及评价结论"),
        ("一、基本情况", "二、绩效自评工作开展情况", "三、绩效评价指标分析"),
        ("一、项目基本情况", "二、评价工作开展情况", "三、综合评价结论", "四、存在的问题"),
    ],
)
def test_sections_that_only_evaluations_have(headings: tuple[str, ...]) -> None:
    first, *others = headings
    said = "塘坝整治项目年初预算300万元，当年实际支出285万元。"
    below = [line for heading in others for line in (heading, "塘坝按期完工，情况良好。")]
    assert money(extracted(first, said, *below)) == SPENT


@pytest.mark.parametrize(
    "headings",
    [
        ("一、绩效目标设定情况", "二、绩效目标完成情况预测", "三、风险"),
        ("一、预算绩效管理工作开展情况", "二、绩效目标完成情况"),
        ("一、项目基本情况", "二、资金使用情况", "三、存在的问题"),
        ("一、绩效评价对象", "二、绩效评价方法", "三、绩效评价时间安排"),
        ("一、绩效运行监控情况", "二、绩效目标完成情况", "三、偏离绩效目标的原因"),
    ],
)
def test_sections_that_others_have_too(headings: tuple[str, ...]) -> None:
    first, *others = headings
    said = "塘坝整治项目年初预算300万元，当年实际支出285万元。"
    below = [line for heading in others for line in (heading, "塘坝按期完工，情况良好。")]
    assert extracted(first, said, *below).reports == []


def test_sections_below_a_title_of_something_else() -> None:
    sections = ("一、绩效目标分解下达情况", "300万元已下达。", "二、绩效目标完成情况分析", "支出285万元。")
    assert extracted("塘坝整治项目绩效运行监控报告", *sections).reports == []
    assert extracted("关于开展2022年度绩效自评工作的通知", *sections).reports == []


@pytest.mark.parametrize(
    ("head", "title", "project"),
    [
        ("2022年塘坝整治项目绩效自评报告 ", "2022年塘坝整治项目绩效自评报告", "塘坝整治项目"),
        ("1、2022年塘坝整治项目支出绩效自评报告", "2022年塘坝整治项目支出绩效自评报告", "塘坝整治项目"),
        ("PAGE 1 — 2022 年塘坝整治项目绩效评价报告 ", "2022年塘坝整治项目绩效评价报告", "塘坝整治项目"),
        ("PAGE 2PAGE 32022年塘坝整治项目绩效自评报告项目基本情况", "2022年塘坝整治项目绩效自评报告", "塘坝整治项目"),
    ],
)
def test_a_title_and_its_sections_in_one_paragraph(head: str, title: str, project: str) -> None:
    found = extracted(head + " ".join(MONEY))
    assert [(report.title, report.project_name) for report in found.reports] == [(title, project)]
    assert list(money(found).values()) == list(SPENT.values())


def test_a_sentence_that_names_a_report_before_a_section_is_no_title() -> None:
    assert extracted("按照要求报送绩效自评报告。一、项目基本情况 " + MONEY[1]).reports == []


@pytest.mark.parametrize(
    "section",
    [
        "一、绩效目标分解下达情况",
        "（一）绩效目标分解下达情况。",
        "二、绩效自评工作开展情况",
        "二、项目支出绩效自评工作组织实施情况。",
    ],
)
@pytest.mark.parametrize(
    "above",
    [(), ("（塘坝整治）", "发布机构：县水利局", "一、基本情况", "整治塘坝3座。"), ("索引号|01|发布机构|县水利局",)],
)
def test_a_section_that_only_self_evaluations_have(above: tuple[str, ...], section: str) -> None:
    head = [grid(line) if "|" in line else line for line in above]
    assert list(money(extracted(*head, section, *MONEY)).values()) == list(SPENT.values())


@pytest.mark.parametrize(
    "section",
    [
        "（一）绩效自评工作开展情况",
        "二、绩效运行监控工作开展情况",
        "二、绩效目标情况",
        "二、绩效自评工作要求",
        "二、抓好绩效自评工作，及时分解下达资金",
    ],
)
def test_a_section_that_others_have_too(section: str) -> None:
    assert extracted(section, *MONEY).reports == []


def test_the_outline_of_the_ministry_in_one_paragraph() -> None:
    told = (
        "一、绩效目标分解下达情况下达2022年文化专项资金20万元，二、绩效目标完成情况分析（一）资金投入情况分析"
        "全年支出18万元。三、偏离绩效目标的原因无。"
    )
    found = extracted(told)
    assert len(found.reports) == 1
    assert extracted(told.replace("二、绩效目标完成情况分析", "二、资金分配表")).reports == []


@pytest.mark.parametrize(
    "blocks",
    [
        ("青禾县2022年度法治政府建设工作自评报告", "自评得分96.5分，投入经费8万元。"),
        ("青禾县总工会2022年度绩效考核自评报告", "重点工作自评得分60分，加2分。"),
        ("青禾县第一小学义务教育优质均衡发展自评报告", "2022年教师培训支出6.8万元，自评得分98分，等级优秀。"),
        ("青禾县水利局关于2021年塘坝整治项目绩效评价发现问题的整改报告", "该项目预算320万元，已支付186万元。"),
        ("青禾县财政局扎实推进2022年度预算绩效评价工作", "通过评价，核减2023年预算1260万元。"),
        ("青禾县财政局关于2023年财政预算绩效管理工作的自评报告", "自评得分97分，涉及资金26亿元。"),
        ("关于青禾县2023年度部门整体支出绩效自评工作情况的报告", "全县78个预算部门预算36亿元，支出35亿元。"),
    ],
)
def test_what_evaluates_no_money_is_no_report(blocks: tuple[str, ...]) -> None:
    assert extracted(*blocks).reports == []


@pytest.mark.parametrize(
    "title", ["青禾县审计局关于县交通局2022年度预算执行情况的审计结果公告", "关于2022年度自评抽查情况的通报"]
)
def test_what_inspectors_write_is_no_report(title: str) -> None:
    said = "县交通局2022年年初预算360万元，决算支出350万元。自评得分98分。"
    assert extracted(title, "一、基本情况", said).reports == []


@pytest.mark.parametrize("line", ["（部门整体支出）", "评价类型：部门整体支出", "自评对象：部门（单位）整体支出"])
def test_a_line_below_the_title_says_that_it_is_on_the_whole_unit(line: str) -> None:
    said = ("单位名称：青禾县司法局", "2022年预算300万元，支出290万元。")
    found = extracted("2022年度财政支出绩效自评报告", line, *said)
    assert [(report.subject, report.organization_name) for report in found.reports] == [("department", "青禾县司法局")]


@pytest.mark.parametrize("mark", ["", "附件3"])
@pytest.mark.parametrize("why", ["为进一步规范补助资金管理", "根据县财政局通知要求", "按照《办法》要求"])
def test_a_title_that_runs_into_the_first_sentence(mark: str, why: str) -> None:
    text = (
        f"{mark}东山县2021年食品监管补助资金绩效自评报告{why}，我局开展自评，现将自评情况报告如下：一、资金情况"
        "2021年年初预算30万元，支出20万元。"
    )
    found = extracted(text)
    [report] = found.reports
    assert (report.title_year, report.project_name) == (2021, "食品监管补助资金")
    assert list(money(found).values()) == [{"initial_budget": "30 wan", "executed": "20 wan"}]


def test_a_unit_above_a_title_of_two_lines() -> None:
    found = extracted("东山县民政局", "2024年度市级转移支付资金", "绩效自评报告", *MONEY)
    [report] = found.reports
    assert (report.organization_name, report.title_year) == ("东山县民政局", 2024)


def test_the_conclusion_of_a_self_evaluation_opens_a_report() -> None:
    found = extracted(
        "一、自评结论",
        "（一）自评得分",
        "2022年度该项目的产出指标、效益指标、满意度指标均已完成年初预定目标，绩效自评分为98.14分。",
    )
    assert len(found.reports) == 1
    assert total(found) == "98.14"


def test_a_title_once_more_below_its_cover() -> None:
    found = extracted(
        "美丽乡村示范点财政奖励资金绩效",
        "评价报告",
        "项目名称 美丽乡村示范点财政奖励",
        "项目单位 东山县农业农村局",
        "2019年 1月 10 日",
        "美丽乡村示范点财政奖励资金绩效评价报告",
        *MONEY,
    )
    [report] = found.reports
    assert report.organization_name == "东山县农业农村局"
    assert [str(report.evaluation_date), *SPENT.values()] == ["2019-01-10", *money(found).values()]
