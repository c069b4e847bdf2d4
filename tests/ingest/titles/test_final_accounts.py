"""Final accounts of a department: of their figures only those are of evaluations that the section on performance, the
reports and the forms in them print."""

from __future__ import annotations

import pytest

from support.documents import grid
from support.told import extracted, money, total

ACCOUNTS = (
    "一、收入支出决算总体情况说明",
    "2022年度收入总计2350.6万元，支出总计2350.6万元。",
    "二、支出决算情况说明",
    "2022年度支出合计2210.4万元，其中：基本支出1210.4万元；项目支出1000万元。",
)
EVALUATED = "我局对塘坝整治项目开展了绩效自评，自评得分96分。全年预算数为300万元，执行数为285万元。"
TITLES = [
    ("青禾县水利局2022年度部门决算",),
    ("2022年度部门决算", "青禾县水利局"),
    ("青禾县水利局2022年度部门决算公开说明",),
    ("目录", "第一部分 部门概况", "第二部分 2022年度部门决算情况说明"),
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "behind",
    [
        (),
        ("四、其他重要事项情况说明", "2022年度机关运行经费支出88万元，执行数为88万元。"),
        ("第三部分 名词解释", "财政拨款收入：当年拨付的资金，如2022年的50万元。"),
    ],
)
def test_what_the_section_on_performance_says(title: tuple[str, ...], behind: tuple[str, ...]) -> None:
    found = extracted(*title, *ACCOUNTS, "三、预算绩效情况说明", EVALUATED, *behind)
    assert [total(found), len(found.reports)] == ["96", 1]
    assert money(found) == {"全年预算数 *": {"annual_budget": "300 wan", "executed": "285 wan"}}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (TITLES[0], ("青禾县水利局2022年度部门决算", "青禾县水利局", 2022)),
        (TITLES[1], ("2022年度部门决算", None, 2022)),
        (TITLES[3], (None, None, None)),
    ],
)
def test_the_section_is_of_the_unit_and_the_year_of_the_accounts(
    title: tuple[str, ...], told: tuple[str | None, str | None, int | None]
) -> None:
    [report] = extracted(*title, *ACCOUNTS, "三、预算绩效情况说明", EVALUATED).reports
    assert (report.title, report.organization_name, report.title_year) == told


def test_money_that_the_section_only_says_is_covered_makes_no_report() -> None:
    covered = "我局组织对12个项目开展绩效自评，涉及一般公共预算支出460万元。"
    assert extracted(*TITLES[0], *ACCOUNTS, "三、预算绩效情况说明", covered).reports == []


def test_reviews_without_a_score_are_an_evaluation() -> None:
    found = extracted(
        *TITLES[0],
        *ACCOUNTS,
        "三、预算绩效情况说明",
        "1.塘坝整治项目绩效自评综述：项目全年预算数为85万元，执行数为80万元。",
        "2.山塘除险项目绩效自评综述：项目全年预算数为60万元，执行数为42万元。",
    )
    assert money(found) == {
        "塘坝整治项目": {"annual_budget": "85 wan", "executed": "80 wan"},
        "山塘除险项目": {"annual_budget": "60 wan", "executed": "42 wan"},
    }


def test_each_project_of_the_section_keeps_its_own() -> None:
    found = extracted(
        "青禾县水利局2022年度部门决算",
        *ACCOUNTS,
        "三、预算绩效情况说明",
        "塘坝整治项目自评综述：项目自评得分为96分。全年预算数为300万元，执行数为285万元。",
        "山塘除险项目自评综述：项目自评得分为98分。全年预算数为200万元，执行数为200万元。",
    )
    assert money(found) == {
        "塘坝整治项目": {"annual_budget": "300 wan", "executed": "285 wan"},
        "山塘除险项目": {"annual_budget": "200 wan", "executed": "200 wan"},
    }


def test_accounts_alone_are_no_evaluation() -> None:
    for title in TITLES:
        assert extracted(*title, *ACCOUNTS, "三、其他说明", "无。").reports == []
        assert extracted(*title, *ACCOUNTS, "三、预算绩效情况说明", "本部门无绩效评价项目。").reports == []


def test_a_table_of_contents_is_no_report() -> None:
    report = "2022年青禾县水利局部门整体支出绩效自评报告"
    for dots in ("", "……12"):
        found = extracted(
            "目录",
            f"第一部分 部门概况{dots}",
            "第二部分 2022年度部门决算情况说明",
            "第三部分 附件",
            f"附件1 {report}",
            "第一部分 部门概况",
            "负责水利。",
            "第二部分 2022年度部门决算情况说明",
            *ACCOUNTS,
            "三、预算绩效情况说明",
            EVALUATED,
            "第三部分 附件",
            report,
            "2022年年初预算2000万元，全年支出2210.4万元。",
            "部门整体自评得分95分。",
        )
        assert [(each.title, total(found, each.report_no)) for each in found.reports] == [(None, "96"), (report, "95")]
        assert [list(money(found, number).values()) for number in (1, 2)] == [
            [{"annual_budget": "300 wan", "executed": "285 wan"}],
            [{"initial_budget": "2000 wan", "executed": "2210.4 wan"}],
        ]
        assert found.notices == []


def test_a_budget_that_speaks_of_last_year() -> None:
    budget = "青禾县水利局2023年部门预算公开", "一、收支预算总体情况", "2023年预算收入2300万元，预算支出2300万元。"
    found = extracted(*budget, "二、预算绩效情况", EVALUATED)
    assert money(found) == {"全年预算数 *": {"annual_budget": "300 wan", "executed": "285 wan"}}
    assert extracted(*budget).reports == []


def test_reports_and_forms_among_accounts() -> None:
    found = extracted(
        "青禾县水利局2022年度部门决算",
        *ACCOUNTS,
        "第四部分 附件",
        "塘坝整治项目支出绩效自评报告",
        "一、项目概况",
        "年初预算300万元，实际支出285万元。",
        "第五部分 附表",
        "收入支出决算总表",
        grid("项目|年初预算数|全年预算数|全年执行数", "水利支出|2000|2250|2210.4"),
    )
    assert money(found) == {"年初预算 *": {"initial_budget": "300 wan", "executed": "285 wan"}}
    found = extracted(
        "青禾县水利局2022年度部门决算",
        *ACCOUNTS,
        grid(
            "项目名称|塘坝整治|<|<|<",
            "项目资金（万元）||全年预算数|全年执行数|执行率",
            "^|年度资金总额|300|285|95%",
        ),
    )
    assert money(found)["年度资金总额 *"] == {
        "annual_budget": "300 wan",
        "executed": "285 wan",
        "execution_rate": "95 percent",
    }


def test_an_evaluation_that_speaks_of_the_accounts_is_none() -> None:
    found = extracted(
        "青禾县水利局2022年度部门整体支出绩效自评报告",
        "一、收入支出决算总体情况说明",
        "2022年全年预算2250万元，实际支出2210.4万元。",
        "二、其他",
        "自评得分95分。",
    )
    assert [total(found), *money(found)] == ["95", "全年预算 *"]


def test_a_report_that_begins_with_its_accounts_is_none() -> None:
    """Its title is not of the usual form."""
    found = extracted(
        "青禾县水利局整体支出绩效自评",
        "一、收入支出决算总体情况",
        "全年预算300万元，支出285万元，执行率95%。",
        "二、自评结果",
        "自评得分96分。",
    )
    assert total(found) == "96"
    assert list(money(found).values()) == [
        {"annual_budget": "300 wan", "executed": "285 wan", "execution_rate": "95 percent"}
    ]


@pytest.mark.parametrize(
    ("whole", "projects"),
    [
        ("（一）部门整体绩效情况", "（二）项目支出绩效情况"),
        ("二、部门整体支出绩效自评情况", "三、部门预算项目支出绩效自评情况"),
    ],
)
@pytest.mark.parametrize("title", ["青禾县水利局2022年度部门决算", "2022年度青禾县水利局部门预算项目支出绩效自评报告"])
def test_the_whole_unit_and_its_projects_each_in_a_section(title: str, whole: str, projects: str) -> None:
    behind = ("六、预算绩效情况说明",) if "决算" in title else ()
    found = extracted(
        title,
        *behind,
        whole,
        "2022年部门整体支出预算900万元，全年支出880万元，自评得分95分。",
        projects,
        "塘坝整治项目全年预算300万元，支出285万元，自评得分96分。渠道清淤项目全年预算200万元，支出200万元，自评得分98分。",
    )
    assert [(r.subject, r.organization_name, r.title_year) for r in found.reports] == [
        ("department", "青禾县水利局", 2022),
        ("project", "青禾县水利局", 2022),
    ]
    assert list(money(found, 1).values()) == [{"annual_budget": "900 wan", "executed": "880 wan"}]
    assert list(money(found, 2)) == ["塘坝整治项目", "渠道清淤项目"]


def test_sections_of_a_report_on_the_whole_unit_are_its_own() -> None:
    found = extracted(
        "青禾县水利局2022年度部门整体支出绩效自评报告",
        "二、部门整体支出绩效自评情况",
        "2022年部门预算900万元，全年支出880万元，自评得分95分。",
        "三、部门预算项目支出绩效自评情况",
        "塘坝整治项目全年预算300万元，支出285万元。",
    )
    assert [report.subject for report in found.reports] == ["department"]
