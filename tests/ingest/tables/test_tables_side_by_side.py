"""Tables that stand side by side in one grid, each with expectations written by hand."""

from __future__ import annotations

from ingest.extract import extract
from support import texts
from support.documents import grid
from support.texts import Form
from support.told import extracted, indicators, money, targets, total

TWO_FORMS: Form = (
    "2023年度项目支出绩效自评表",
    (
        "项目名称|渠道维修|<|<|<|<||项目名称|荒山造林|<|<|<|<",
        "实施单位|白石县水务局|<|<|<|<||实施单位|白石县林业局|<|<|<|<",
        "资金（万元）|年初预算数|全年预算数|全年执行数|执行率|得分||资金（万元）|年初预算数|全年预算数|全年执行数|执行率|得分",
        "年度资金总额|100|90|81|90%|9||年度资金总额|50|60|57|95%|9.5",
        "一级指标|二级指标|三级指标|指标值|分值|得分||一级指标|二级指标|三级指标|指标值|分值|得分",
        "产出指标|数量指标|修渠长度|≥3公里|50|50||产出指标|数量指标|造林面积|≥200亩|60|58",
        "效益指标|社会效益指标|受益人口|≥2000人|40|38||效益指标|生态效益指标|覆盖率|≥30%|30|29",
        "总分|<|<|<|100|97||总分|<|<|<|100|96.5",
    ),
)


def test_two_forms_are_two_reports() -> None:
    for shape in (texts.on_grid, texts.as_markdown):
        found = extract(shape(TWO_FORMS))
        assert [(report.project_name, report.organization_name) for report in found.reports] == [
            ("渠道维修", "白石县水务局"),
            ("荒山造林", "白石县林业局"),
        ]
        assert [list(line.values()) for number in (1, 2) for line in money(found, number).values()] == [
            ["100 wan", "90 wan", "81 wan", "90 percent"],
            ["50 wan", "60 wan", "57 wan", "95 percent"],
        ]
        assert indicators(found, 2) == [
            "-/-/执行率 -→9.5",
            "产出指标/数量指标/造林面积 60→58",
            "效益指标/生态效益指标/覆盖率 30→29",
        ]
        assert [total(found, number) for number in (1, 2)] == ["97", "96.5"]
        assert not found.unplaced
    second = next(line for line in found.funding_lines if line.report_no == 2)
    assert (second.evidence.row_no, second.evidence.col_no) == (4, 8)


def test_funds_left_of_the_indicators_of_one_form() -> None:
    found = extracted(
        grid(
            "2023年度项目支出绩效自评表|<|<|<|<|<|<|<|<|<|<",
            "项目名称|渠道维修|<|<|<|<|实施单位|白石县水务局|<|<|<",
            "资金（万元）|全年预算数|全年执行数|执行率|一级指标|二级指标|三级指标|指标值|实际值|分值|得分",
            "年度资金总额|90|81|90%|产出指标|数量指标|修渠长度|≥3公里|3公里|30|30",
            "其中：财政拨款|80|72|90%|^|质量指标|合格率|≥95%|96%|20|20",
            "其他资金|10|9|90%|效益指标|社会效益指标|受益人口|≥2000人|2100人|30|29",
            "||||满意度指标|服务对象满意度|群众满意度|≥90%|91%|20|19",
            "总分|<|<|<|<|<|<|<|<|100|98",
        ),
    )
    assert [(report.project_name, report.organization_name) for report in found.reports] == [
        ("渠道维修", "白石县水务局")
    ]
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "90 wan", "executed": "81 wan", "execution_rate": "90 percent"},
        "其中：财政拨款": {"annual_budget": "80 wan", "executed": "72 wan", "execution_rate": "90 percent"},
        "其他资金": {"annual_budget": "10 wan", "executed": "9 wan", "execution_rate": "90 percent"},
    }
    assert indicators(found) == [
        "产出指标/数量指标/修渠长度 30→30",
        "产出指标/质量指标/合格率 20→20",
        "效益指标/社会效益指标/受益人口 30→29",
        "满意度指标/服务对象满意度/群众满意度 20→19",
    ]
    assert total(found) == "98"
    assert not found.unplaced


def test_funds_right_of_the_indicators() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<|<|<|<|<|<",
            "一级指标|二级指标|三级指标|权重|得分||资金（元）|预算数|执行数|执行率",
            "产出指标|数量指标|修渠长度|60|58||年度资金总额|900,000.00|810,000.00|90.00%",
            "效益指标|社会效益指标|受益人口|40|40||财政拨款|800,000.00|720,000.00|90.00%",
            "总分|<|<|100|98|||||",
        ),
    )
    assert money(found) == {
        "年度资金总额 *": {
            "annual_budget": "900,000.00 yuan",
            "executed": "810,000.00 yuan",
            "execution_rate": "90.00 percent",
        },
        "财政拨款": {
            "annual_budget": "800,000.00 yuan",
            "executed": "720,000.00 yuan",
            "execution_rate": "90.00 percent",
        },
    }
    assert indicators(found) == ["产出指标/数量指标/修渠长度 60→58", "效益指标/社会效益指标/受益人口 40→40"]
    assert total(found) == "98"
    assert not found.unplaced


def test_three_forms_under_titles_of_their_own() -> None:
    found = extracted(
        grid(
            "甲镇2023年项目绩效自评表|<|<||乙镇2023年项目绩效自评表|<|<||丙镇2023年项目绩效自评表|<|<",
            "项目名称|路灯|<||项目名称|水井|<||项目名称|桥涵|<",
            "二级指标|三级指标|得分||二级指标|三级指标|得分||二级指标|三级指标|得分",
            "数量指标|盏数|91||数量指标|口数|92||数量指标|座数|93",
            "质量指标|亮灯率|4||质量指标|水质|5||质量指标|合格率|6",
            "总分|<|95||总分|<|97||总分|<|99",
        ),
    )
    assert [(report.project_name, report.title_year) for report in found.reports] == [
        ("路灯", 2023),
        ("水井", 2023),
        ("桥涵", 2023),
    ]
    assert [total(found, number) for number in (1, 2, 3)] == ["95", "97", "99"]
    assert indicators(found, 3) == ["-/数量指标/座数 -→93", "-/质量指标/合格率 -→6"]
    assert not found.unplaced


def test_a_project_s_money_before_its_indicators_in_one_table_stays_together() -> None:
    """Cells merged over the rows of a project say of each project what its money is: no table is left of another."""
    found = extracted(
        "白石县2023年度项目支出绩效自评表",
        grid(
            "序号|项目名称|预算数|执行数|一级指标|二级指标|三级指标|分值|得分",
            "1|渠道维修|90|81|产出指标|数量指标|修渠长度|50|50",
            "^|^|^|^|效益指标|社会效益指标|受益人口|50|48",
            "2|荒山造林|60|57|产出指标|数量指标|造林面积|100|96",
        ),
    )
    assert not [line for line in found.funding_lines if line.is_headline]
    assert {figure.value_text for figure in found.unplaced} >= {"90", "81", "60", "57"}


def test_years_side_by_side_are_one_table() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<",
            "资金来源（万元）|2022年|<|2023年|<",
            "^|预算数|执行数|预算数|执行数",
            "合计|80|70|90|81",
            "财政拨款|80|70|90|81",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出指标|数量指标|修渠长度|100|97",
        ),
    )
    assert money(found) == {
        "合计 *": {"annual_budget": "90 wan", "executed": "81 wan"},
        "财政拨款": {"annual_budget": "90 wan", "executed": "81 wan"},
    }
    assert indicators(found) == ["产出指标/数量指标/修渠长度 100→97"]


def test_targets_beside_results_of_the_same_levels_are_one_table() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<|<|<|<|<",
            "年初设定目标|<|<|<|年末完成情况|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|一级指标|二级指标|三级指标|完成值|得分",
            "产出指标|数量指标|修渠长度|10公里|产出指标|数量指标|修渠长度|12公里|60",
            "效益指标|社会效益指标|知晓率|90%|效益指标|社会效益指标|知晓率|85%|36",
            "总分|<|<|<|<|<|<|<|96",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/修渠长度 -→60", "效益指标/社会效益指标/知晓率 -→36"]
    assert targets(found) == ["- 10 公里 12公里", "- 90 % 85%"]
    assert total(found) == "96"


def test_halves_of_one_list_of_indicators() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<|<|<|<|<",
            "二级指标|三级指标|分值|得分||二级指标|三级指标|分值|得分",
            "数量指标|修渠长度|30|30||社会效益指标|知晓率|30|28",
            "质量指标|合格率|20|20||满意度指标|群众满意度|20|19",
            "总分|<|<|<|<|<|<|100|97",
        ),
    )
    assert indicators(found) == [
        "-/数量指标/修渠长度 30→30",
        "-/质量指标/合格率 20→20",
        "-/社会效益指标/知晓率 30→28",
        "-/满意度指标/群众满意度 20→19",
    ]
    assert total(found) == "97"


def test_the_form_of_two_years() -> None:
    found = extracted(
        "项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<||项目名称|渠道维修|<|<|<",
            "年度|2022|<|<|<||年度|2023|<|<|<",
            "一级指标|二级指标|三级指标|分值|得分||一级指标|二级指标|三级指标|分值|得分",
            "产出指标|数量指标|修渠长度|100|90||产出指标|数量指标|修渠长度|100|95",
            "总分|<|<|100|90||总分|<|<|100|95",
        ),
    )
    assert [total(found, number) for number in (1, 2)] == ["90", "95"]
    assert indicators(found, 1) == ["产出指标/数量指标/修渠长度 100→90"]


def test_a_weight_behind_each_level_parts_no_table() -> None:
    found = extracted(
        "2023年度项目支出绩效自评表",
        grid(
            "项目名称|渠道维修|<|<|<|<|<",
            "一级指标|权重|二级指标|权重|三级指标|权重|得分",
            "产出指标|60|数量指标|60|修渠长度|60|58",
            "效益指标|40|社会效益指标|40|知晓率|40|38",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/修渠长度 60→58", "效益指标/社会效益指标/知晓率 40→38"]


def test_forms_whose_parts_are_named_on_their_left() -> None:
    """The names of the parts stand in a column of their own, behind the one that is left blank between two forms."""
    found = extracted(
        grid(
            "项目支出绩效自评表|<|<|<|<|<|<||项目支出绩效自评表|<|<|<|<|<|<",
            "（2023年度）|<|<|<|<|<|<||（2023年度）|<|<|<|<|<|<",
            "项目名称|渠道维修|<|<|<|<|<||项目名称|荒山造林|<|<|<|<|<",
            "资金（万元）||预算数|执行数|执行率|分值|得分||资金（万元）||预算数|执行数|执行率|分值|得分",
            "^|年度资金总额|90|81|90%|10|9||^|年度资金总额|60|57|95%|10|9.5",
            "^|其他资金|0|0|0%|-|-||^|其他资金|6|3|50%|-|-",
            "绩效指标|一级指标|二级指标|三级指标|指标值|分值|得分||绩效指标|一级指标|二级指标|三级指标|指标值|分值|得分",
            "^|产出指标|数量指标|修渠长度|≥3公里|50|50||^|产出指标|数量指标|造林面积|≥200亩|60|58",
            "^|效益指标|社会效益指标|受益人口|≥2000人|40|38||^|^|质量指标|成活率|≥85%|20|20",
            "总分|<|<|<|<|100|97||^|效益指标|生态效益指标|覆盖率|≥30%|10|9",
            "||||||||总分|<|<|<|<|100|96.5",
        ),
    )
    assert [(report.project_name, report.title_year) for report in found.reports] == [
        ("渠道维修", 2023),
        ("荒山造林", 2023),
    ]
    assert [list(line.values()) for number in (1, 2) for line in money(found, number).values()] == [
        ["90 wan", "81 wan", "90 percent"],
        ["0 wan", "0 wan", "0 percent"],
        ["60 wan", "57 wan", "95 percent"],
        ["6 wan", "3 wan", "50 percent"],
    ]
    assert indicators(found) == [
        "-/-/执行率 10→9",
        "产出指标/数量指标/修渠长度 50→50",
        "效益指标/社会效益指标/受益人口 40→38",
    ]
    assert indicators(found, 2) == [
        "-/-/执行率 10→9.5",
        "产出指标/数量指标/造林面积 60→58",
        "产出指标/质量指标/成活率 20→20",
        "效益指标/生态效益指标/覆盖率 10→9",
    ]
    assert [total(found, number) for number in (1, 2)] == ["97", "96.5"]
    assert not found.unplaced
