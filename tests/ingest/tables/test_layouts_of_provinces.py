"""Project forms of other provinces, each with expectations written by hand."""

from __future__ import annotations

from ingest.extract import extract
from ingest.records import Extraction, Report
from support import provinces
from support.texts import Form, on_grid
from support.told import indicators, money, targets, total


def read(form: Form) -> tuple[Extraction, Report]:
    found = extract(on_grid(form))
    assert len(found.reports) == 1
    assert not found.unplaced
    assert not [notice for notice in found.notices if notice.kind == "not_understood"]
    return found, found.reports[0]


def names(report: Report) -> tuple[str | None, str | None, str | None, int | None]:
    return report.project_name, report.organization_name, report.department_name, report.title_year


def test_pairs_side_by_side_broken_down_pair_by_pair() -> None:
    found, report = read(provinces.HEBEI)
    assert names(report) == ("农村饮水维护", "白河县水利局", None, 2023)
    assert money(found) == {
        "预算数： *": {
            "annual_budget": "120.50 wan",
            "funds_received": "120.50 wan",
            "executed": "108.45 wan",
            "execution_rate": "90.00 percent",
        },
        "其中：财政资金": {
            "annual_budget": "100.50 wan",
            "funds_received": "100.50 wan",
            "executed": "98.45 wan",
        },
        "其他资金": {"annual_budget": "20.00 wan", "funds_received": "20.00 wan", "executed": "10.00 wan"},
    }
    assert [line.parent_line_no for line in found.funding_lines] == [None, 1, 1]
    assert indicators(found) == [
        "产出指标/数量指标/维护水厂数量 -→15",
        "产出指标/质量指标/水质合格率 -→15",
        "产出指标/时效指标/维护及时率 -→10",
        "产出指标/成本指标/维护成本 -→10",
        "效益指标/社会效益指标/受益人口 -→30",
        "满意度指标/服务对象满意度指标/群众满意度 -→8",
        "预算执行率/预算执行率/预算执行率 -→9",
    ]
    assert [row.level1_weight for row in found.indicators] == [50, 50, 50, 50, 30, 10, 10]
    assert (report.goal_text, report.completion_text) == ("维护水厂6座，保障供水。", "维护水厂6座，供水正常。")
    assert total(found) == "97"
    assert [(issue.kind, issue.text) for issue in found.issues] == [("problem", "用户缴费意识不强，下一步加强宣传。")]


def test_twenty_points_for_the_execution_rate() -> None:
    found, report = read(provinces.HUBEI)
    assert names(report) == ("乡村公路养护", "清水县公路事业发展中心", "清水县交通运输局", 2022)
    assert report.project_type == "recurring"
    assert str(report.evaluation_date) == "2023-03-15"
    assert money(found) == {
        "年度财政资金总额 *": {"annual_budget": "300 wan", "executed": "285 wan", "execution_rate": "95 percent"}
    }
    assert indicators(found) == [
        "-/-/执行率 20→19",
        "产出指标/数量指标/养护里程 20→20",
        "产出指标/质量指标/优良路率 20→18",
        "效益指标/社会效益指标/群众出行改善程度 20→20",
        "满意度指标/服务对象满意度指标/群众满意度 20→20",
    ]
    assert total(found) == "97"
    assert [(issue.kind, issue.text) for issue in found.issues] == [
        ("problem", "雨季水毁较多，部分路段修复不及时。"),
        ("suggestion", "提高养护频次，合理安排预算。"),
    ]


def test_goals_and_targets_that_were_adjusted() -> None:
    found, report = read(provinces.CHONGQING)
    assert names(report) == ("社区养老服务补贴", "江北新区养老服务中心", "江北新区民政局", 2023)
    assert (report.goal_text, report.completion_text) == ("补贴老人720人。", "已补贴老人690人。")
    assert money(found) == {
        "总金额 *": {
            "initial_budget": "200.00 wan",
            "annual_budget": "180.00 wan",
            "executed": "153.00 wan",
            "execution_rate": "85.00 percent",
        },
        "其中：财政资金": {
            "initial_budget": "200.00 wan",
            "annual_budget": "180.00 wan",
            "executed": "153.00 wan",
            "execution_rate": "85.00 percent",
        },
    }
    assert indicators(found) == [
        "-/-/执行率 10→8.5",
        "-/-/补贴发放人数 30→28.7",
        "-/-/补贴标准执行率 30→30",
        "-/-/老人满意度 30→26.4",
    ]
    assert targets(found) == ["≥ 720 人 690", "= 100 % 100", "≥ 90 % 88"]
    assert found.indicators[3].deduction_reason == "服务人手不足"
    assert total(found) == "93.6"


def test_goals_reached_without_points() -> None:
    found, report = read(provinces.COMPLETION_OF_GOALS)
    assert names(report) == ("数字档案馆建设", "云岭市档案馆", None, 2019)
    assert report.form == "project_self_evaluation"
    assert money(found) == {
        "预算数： *": {"annual_budget": "86 wan", "executed": "80.84 wan"},
        "其中-财政拨款：": {"annual_budget": "86 wan", "executed": "80.84 wan"},
        "其它资金：": {"annual_budget": "0 wan", "executed": "0 wan"},
    }
    assert indicators(found)[0] == "项目完成指标/数量指标/数字化页数 -→-"
    assert targets(found) == ["- 20 万页 20万页", "≥ 99 % 99.5%", "- 提高 - 提高", "≥ 95 % 96%"]
    assert (report.goal_text, report.completion_text) == ("完成档案数字化20万页。", "完成档案数字化20万页。")
    assert total(found) is None


def test_reasons_ticked_below_one_heading() -> None:
    found, report = read(provinces.LIAONING)
    assert names(report) == ("公共厕所管护", "海城区环境卫生处", "海城区城市管理局", 2023)
    assert money(found) == {
        "总计 *": {"annual_budget": "90.00 wan", "executed": "81.00 wan", "execution_rate": "90.00 percent"},
        "财政拨款": {"annual_budget": "90.00 wan", "executed": "81.00 wan", "execution_rate": "90.00 percent"},
    }
    assert indicators(found) == [
        "-/-/执行率 10→9",
        "产出指标/数量指标/管护公厕数量 30→30",
        "产出指标/质量指标/保洁达标率 30→28",
        "效益指标/社会效益指标/市民如厕便利 20→20",
        "满意度指标/服务对象满意度指标/市民满意度 10→10",
    ]
    assert targets(found)[:3] == [">= 45 座 45", ">= 95 % 93", "定性 便利 - 便利"]
    assert [row.deduction_reason for row in found.indicators] == [None, None, "保洁员流动大", None, None]
    assert total(found) == "97"


def test_a_region_evaluates_a_transfer() -> None:
    found, report = read(provinces.REGIONAL_TRANSFER)
    assert names(report) == ("水利发展资金", "某省水利厅", "某省水利厅", 2022)
    assert [(line.line_kind, line.fund_level) for line in found.funding_lines] == [
        ("total", None),
        ("source", "central"),
        ("source", "provincial"),
        ("source", None),
    ]
    assert [list(line.values()) for line in money(found).values()] == [
        ["5,600 wan", "5,320 wan", "95.00 percent"],
        ["5,000 wan", "4,750 wan", "95.00 percent"],
        ["400 wan", "380 wan", "95.00 percent"],
        ["200 wan", "190 wan", "95.00 percent"],
    ]
    assert (report.goal_text, report.completion_text) == ("治理河道80公里。", "治理河道79公里。")
    assert [row.deduction_reason for row in found.indicators] == ["征地滞后，已协调", None, None, None]


def test_weights_beside_level_1_only() -> None:
    found, report = read(provinces.GANSU)
    assert names(report) == ("林草有害生物防治", "陇山县林草站", "陇山县林业和草原局", 2023)
    assert indicators(found) == [
        "预算执行率/-/预算执行率 10→10",
        "产出指标/数量指标/防治面积 -→25",
        "产出指标/质量指标/防治合格率 -→25",
        "效益指标/生态效益指标/成灾率 -→30",
        "满意度指标/服务对象满意度指标/林农满意度 -→10",
    ]
    assert [row.level1_weight for row in found.indicators] == [10, 50, 50, 30, 10]
    assert targets(found)[3] == "≤ 3 ‰ 2.8‰"
    assert (report.goal_text, report.completion_text) == ("防治面积2万亩", "防治面积2.1万亩")
    assert total(found) == "100"


def test_codes_letters_and_dashes() -> None:
    found, report = read(provinces.GUIZHOU)
    assert (report.project_name, report.title_year) == ("易地搬迁后续扶持", 2023)
    assert (report.organization_name, report.department_name) == ("苗岭县搬迁服务中心", "苗岭县农业农村局")
    assert list(money(found)) == ["年度资金总额 *", "其中：当年财政拨款", "上年结转资金"]
    assert money(found)["上年结转资金"] == {
        "initial_budget": "0 wan",
        "annual_budget": "20.5 wan",
        "executed": "18.45 wan",
        "execution_rate": "90 percent",
    }
    assert targets(found) == [
        "≥ 500 户 510户",
        "- 100 % 100%",
        "- 100 % 90%",
        "≤ 6000 元 6000元",
        "≥ 2000 元 2100元",
        "- 长期 - 长期",
        "≥ 95 % 96%",
    ]
    assert (report.goal_text, report.completion_text) == ("扶持搬迁户500户", "扶持搬迁户510户")
    assert total(found) == "98"


def test_yuan_in_pairs_and_cost_as_a_level_of_its_own() -> None:
    found, report = read(provinces.TIANJIN)
    assert names(report) == ("海防工程维护", "滨河区海堤管理所", "滨河区水务局", 2023)
    assert money(found) == {
        "预算金额 *": {
            "annual_budget": "1,200,000.00 yuan",
            "executed": "1,140,000.00 yuan",
            "execution_rate": "95 percent",
        },
        "其中：财政资金": {"annual_budget": "1,200,000.00 yuan", "executed": "1,140,000.00 yuan"},
    }
    assert report.goal_text == "保障海堤安全。"
    assert indicators(found)[0] == "成本指标/经济成本指标/维护成本 20→20"
    assert indicators(found)[-1] == "预算执行率/预算执行率/预算执行率 10→9.5"
    assert total(found) == "99.5"


def test_two_goals_and_amounts_without_a_label() -> None:
    found, report = read(provinces.TWO_GOALS)
    assert report.goal_text == "完成贷款贴息100户。开展创业培训200人。"
    assert list(money(found).values()) == [
        {"annual_budget": "200 wan", "executed": "180 wan", "execution_rate": "90 percent"}
    ]
    assert indicators(found) == [
        "-/-/执行率 10→9",
        "产出指标/数量指标/贴息户数 30→30",
        "满意度指标/服务对象满意度/贷款户满意度 15→15",
        "产出指标/数量指标/培训人数 30→27",
        "满意度指标/服务对象满意度/学员满意度 15→15",
    ]
    assert total(found) == "96"


def test_the_shortest_headings() -> None:
    found, report = read(provinces.POINTS_ONLY)
    assert names(report) == ("图书采购", "平原县图书馆", None, 2023)
    assert indicators(found) == ["-/-/采购图书数量 30→30", "-/-/图书上架及时率 30→30", "-/-/读者满意度 40→38"]
    assert targets(found) == ["- 5000 册 5100册", "- 100 % 100%", "- 95 % 93%"]
    assert total(found) == "98"


def test_a_weight_for_each_level() -> None:
    found, _ = read(provinces.WEIGHTS_OF_LEVELS)
    assert money(found) == {
        "资金总额（万元） *": {
            "annual_budget": "1,000.00 wan",
            "funds_received": "900.00 wan",
            "executed": "810.00 wan",
        }
    }
    assert indicators(found)[:2] == ["投入/项目立项/立项规范性 8→8", "投入/资金落实/资金到位率 7→6.3"]
    assert [(row.level1_weight, row.level2_weight) for row in found.indicators] == [
        (15, 8),
        (15, 7),
        (25, 10),
        (25, 15),
        (30, 30),
        (30, 30),
    ]
    assert total(found) == "97.3"


def test_money_headings_of_two_rows() -> None:
    found, _ = read(provinces.FUNDS_UNDER_TWO_HEADINGS)
    assert money(found)["合计 *"] == {
        "initial_budget": "80 wan",
        "budget_adjustment": "20 wan",
        "annual_budget": "100 wan",
        "executed": "97 wan",
        "execution_rate": "97 percent",
    }
    assert [(line.fund_level, line.parent_line_no) for line in found.funding_lines[1:]] == [
        ("central", 1),
        ("provincial", 1),
    ]
    assert indicators(found)[0] == "-/-/执行率 10→9.7"
    assert total(found) == "99.7"


def test_prefixed_names_and_two_decimals() -> None:
    found, report = read(provinces.XINJIANG)
    assert names(report) == ("乡镇卫生院设备购置", "天山县中心卫生院", "天山县卫生健康委员会", 2023)
    assert money(found)["年度资金总额 *"] == {
        "initial_budget": "0.00 wan",
        "annual_budget": "88.00 wan",
        "executed": "88.00 wan",
        "execution_rate": "100.00 percent",
    }
    assert indicators(found)[:2] == ["-/-/执行率 10.00→10.00", "项目产出指标/数量指标/购置设备数量 15.00→15.00"]
    assert sum(row.weight or 0 for row in found.indicators) == 100
    assert total(found) == "100.00"


def test_yuan_with_thousands_separators() -> None:
    found, report = read(provinces.SHANGHAI)
    assert names(report) == ("体育场馆开放补贴", "浦江区体育中心", "浦江区体育局", 2023)
    assert money(found)["年度资金总额 *"] == {
        "initial_budget": "250,000.00 yuan",
        "annual_budget": "250,000.00 yuan",
        "executed": "215,457.60 yuan",
        "execution_rate": "86.18 percent",
    }
    assert indicators(found)[0] == "-/-/执行率 10→8.62"
    assert targets(found)[2] == ">= 10 万人次 9.6万人次"
    assert total(found) == "97.42"


def test_a_short_table_in_a_report() -> None:
    found, report = read(provinces.REPORT_WITH_SHORT_TABLE)
    assert names(report) == ("智慧城管项目", "越州市综合行政执法局", None, 2023)
    assert (report.form, report.grade) == ("score_sheet", "excellent")
    assert indicators(found) == [
        "产出指标/-/采集案件数 40→40",
        "产出指标/-/案件处置率 20→18",
        "效益指标/-/市民投诉下降率 30→30",
        "满意度指标/-/市民满意度 10→7.5",
    ]
    assert total(found) == "95.5"
