"""Paragraphs on several projects without headings or numbers: money of one is not money of another, nor of the whole.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"
REPAIRS = "校舍维修工作有序推进，年初预算30万元，实际支出27万元，执行率90%。"
COURSES = "教师培训工作按期完成，年初预算20万元，实际支出18万元，执行率90%。"


def lines(*blocks: str) -> list[dict[str, str]]:
    return list(money(extracted(*blocks)).values())


def doubts(*blocks: str) -> list[str]:
    details = (notice.detail for notice in extracted(*blocks).notices)
    return [detail.rpartition("：")[2] for detail in details if "无法判断属于哪个项目" in detail]


def test_money_of_projects_does_not_fill_what_the_whole_leaves_open() -> None:
    blocks = (DEPARTMENT, "2022年部门预算500万元，支出480万元。", REPAIRS, COURSES)
    assert lines(*blocks) == [{"annual_budget": "500 wan", "executed": "480 wan"}]
    assert doubts(*blocks) == ["30、27、90", "20、18、90"]


def test_none_of_several_projects_is_the_whole() -> None:
    assert lines(DEPARTMENT, REPAIRS, COURSES) == []
    assert doubts(DEPARTMENT, REPAIRS, COURSES) == ["30、27、90", "20、18、90"]


def test_projects_whose_names_stand_before_their_budgets() -> None:
    blocks = (
        DEPARTMENT,
        "教师培训经费年初预算20万元，实际支出18万元，执行率90%。",
        "校舍维修年初预算30万元，实际支出27万元，执行率90%。",
    )
    assert money(extracted(*blocks)) == {
        "教师培训经费": {"initial_budget": "20 wan", "executed": "18 wan", "execution_rate": "90 percent"},
        "校舍维修": {"initial_budget": "30 wan", "executed": "27 wan", "execution_rate": "90 percent"},
    }


def test_a_second_statement_of_other_money_is_told() -> None:
    blocks = (PROJECT, "年初预算30万元，支出27万元。", "下达资金20万元，支出18万元，执行率90%。")
    assert lines(*blocks) == [{"initial_budget": "30 wan", "executed": "27 wan"}]
    assert doubts(*blocks) == ["20、18、90"]


@pytest.mark.parametrize(
    "again",
    ["全年预算30万元，支出27万元，执行率90%。", "资金使用规范，到位30万元，实际支出27万元，执行率90%。"],
)
def test_the_same_money_stated_again_is_the_wholes(again: str) -> None:
    blocks = (DEPARTMENT, "年初预算30万元，支出27万元。", again)
    assert lines(*blocks)[0]["execution_rate"] == "90 percent"
    assert doubts(*blocks) == []


def test_a_budget_after_its_adjustment_is_the_wholes() -> None:
    blocks = (PROJECT, "年初预算30万元，支出27万元。", "年中追加10万元，调整后预算40万元，执行率67.5%。")
    assert lines(*blocks) == [
        {
            "initial_budget": "30 wan",
            "budget_adjustment": "10 wan",
            "annual_budget": "40 wan",
            "executed": "27 wan",
            "execution_rate": "67.5 percent",
        }
    ]


def test_parts_of_a_second_appropriation_are_not_of_the_first() -> None:
    found = extracted(
        PROJECT,
        "下达资金300万元，其中中央资金200万元，省级资金100万元。又下达资金50万元，其中中央资金30万元，省级资金20万元。",
    )
    assert list(money(found).values())[1:] == [{"appropriated": "200 wan"}, {"appropriated": "100 wan"}]
    placed = {amount.value_text: amount.line_no for amount in found.amounts}
    assert placed["30"] is None and placed["20"] is None
    assert [notice.detail for notice in found.notices] == ["另有不同的预算金额 / another budget：50"]


def test_each_named_appropriation_has_its_own_parts() -> None:
    found = extracted(
        PROJECT,
        "下达养老补贴300万元，其中中央资金200万元，省级资金100万元。"
        "下达护理补贴50万元，其中中央资金30万元，省级资金20万元。",
    )
    labels = {line.line_no: line.line_label for line in found.funding_lines}
    parents = {line.line_no: labels.get(line.parent_line_no or 0) for line in found.funding_lines}
    placed = {amount.value_text: parents.get(amount.line_no or 0) for amount in found.amounts}
    assert placed == {
        "300": None,
        "200": "养老补贴",
        "100": "养老补贴",
        "50": None,
        "30": "护理补贴",
        "20": "护理补贴",
    }


@pytest.mark.parametrize(
    "text",
    [
        "2023年我县移民后期扶持完成直补资金发放1344.5万元。",
        "农村危房改造共支出补助资金80万元。",
        "全县已拨付高标准农田建设资金350万元，全部支付。",
    ],
)
def test_spending_on_what_the_project_s_name_has_no_word_of(text: str) -> None:
    found = extracted("东山县2023年审批中介服务费项目绩效自评报告", text)
    assert money(found) == {} or "executed" not in next(iter(money(found).values()))
    own = extracted("东山县2023年审批中介服务费项目绩效自评报告", "审批中介服务费预算30万元，支出28万元。", text)
    assert next(iter(money(own).values())) == {"annual_budget": "30 wan", "executed": "28 wan"}


def test_such_spending_is_told_where_no_other_is_known() -> None:
    told = "无法判断是否为全部支出 / whether this is all that was spent cannot be told：80"
    found = extracted("东山县2023年审批中介服务费项目绩效自评报告", "农村危房改造共支出补助资金80万元。")
    assert [notice.detail for notice in found.notices] == [told]


def test_spending_that_the_project_s_name_has_a_word_of_is_the_project_s() -> None:
    found = extracted("东山县2023年公共文化专项资金绩效自评报告", "2023年公共文化服务体系建设共支出80万元。")
    assert [list(line) for line in money(found).values()] == [["executed"]]


@pytest.mark.parametrize(
    "text",
    [
        "全年预算300万元，村道保洁员队伍累计支出290万元。",
        "村道保洁员队伍实际支出290万元，全年预算300万元。",
        "全年预算290万元。村道保洁员队伍支出290万元。",
        "全年预算300万元，村道保洁员队伍累计支出290万元，其中东镇190万元、西镇100万元。",
    ],
)
def test_a_project_may_go_by_other_words_than_its_name(text: str) -> None:
    found = extracted("东山县2023年人居环境整治项目绩效自评报告", text)
    assert next(iter(money(found).values()))["executed"] == "290 wan"
    assert not found.notices


@pytest.mark.parametrize(
    "text",
    [
        "全年预算300万元，村道保洁员队伍累计支出140万元。",
        "全年预算300万元，村道保洁员队伍支出290万元。",
        "全年预算300万元，村道保洁员队伍累计支出390万元。",
        "全年预算300万元，村道保洁员队伍累计支出160万元，垃圾清运车辆累计支出130万元。",
    ],
)
def test_other_words_may_name_a_part_or_another_project(text: str) -> None:
    found = extracted("东山县2023年人居环境整治项目绩效自评报告", text)
    assert money(found) == {"全年预算 *": {"annual_budget": "300 wan"}}
    assert found.notices


def test_what_a_named_project_spent_is_not_all_that_the_kind_of_spending_is() -> None:
    blocks = (
        DEPARTMENT,
        "2022年部门预算500万元，支出480万元，其中基本支出300万元，项目支出180万元。",
        "项目支出主要包括：教材采购经费120万元，支出112万元；校园绿化经费70万元，支出68万元。",
    )
    found = extracted(*blocks)
    [projects] = [line.line_no for line in found.funding_lines if line.expenditure_category == "project"]
    assert [amount.value_text for amount in found.amounts if amount.line_no == projects] == ["180"]


def test_money_that_did_not_come_is_no_budget() -> None:
    blocks = (PROJECT, "支出较慢的原因是县级配套资金300万元未到位。", "年初预算30万元，支出27万元。")
    assert lines(*blocks) == [{"initial_budget": "30 wan", "executed": "27 wan"}]


def test_the_year_may_stand_before_the_amount_beside() -> None:
    found = extracted(PROJECT, "项目全年预算30万元，实际支出27万元。", "另实际支出26万元。")
    explicit = {amount.value_text: amount.is_explicit for amount in found.amounts if amount.measure == "executed"}
    assert explicit["27"] and not explicit.get("26")
