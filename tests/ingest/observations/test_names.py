"""Names that are printed otherwise than the first time."""

from decimal import Decimal

from ingest.evidence import Evidence
from ingest.observations.names import name_variants
from ingest.records import ReportField

HERE = Evidence(1, None, None, None, "")


def likeness(field: str, *names: str) -> list[tuple[str, float]]:
    fields = [ReportField(1, field, name, HERE) for name in names]
    return [(variant.name, float(variant.likeness)) for variant in name_variants(1, fields)]


def test_years_kinds_of_money_and_punctuation_are_spelling() -> None:
    assert likeness("project_name", "行政综合性经费", "2024年行政综合性项目", "“行政综合性”经费") == [
        ("2024年行政综合性项目", 1),
        ("“行政综合性”经费", 1),
    ]


def test_divisions_before_a_unit_are_spelling() -> None:
    assert likeness("organization_name", "某区红云街道办事处", "某市某区人民政府红云街道办事处") == [
        ("某市某区人民政府红云街道办事处", 1)
    ]
    assert likeness("organization_name", "某县教育局", "某县财政局")[0][1] < 1


def test_another_name_is_not() -> None:
    [(_, alike)] = likeness("project_name", "e办通采购经费", "e办通自助终端机采购项目")
    assert 0.4 < alike < 1
    assert likeness("project_name", "校舍维修", "校舍维修", "校舍维修") == []


def test_titles_that_do_not_name_the_project_are_vague() -> None:
    def titled(name: str, title: str) -> ReportField:
        return ReportField(1, "project_name", name, Evidence(1, None, None, None, title))

    fields = [
        ReportField(1, "project_name", "公厕管护", Evidence(4, 1, 2, None, "公厕管护")),
        titled("林区道路执行项目", "林区道路执行项目绩效自评表"),
        titled("中央转移支付区域", "某县水利局中央转移支付区域绩效自评表"),
        titled("校舍维修项目", "某县教育局2024年度校舍维修项目支出绩效自评报告"),
        titled("河道清淤", "项目名称：河道清淤"),
    ]
    assert [(variant.name, variant.is_vague) for variant in name_variants(1, fields)] == [
        ("林区道路执行项目", True),
        ("中央转移支付区域", True),
        ("校舍维修项目", False),
        ("河道清淤", False),
    ]


def test_each_variant_once_and_only_of_this_report() -> None:
    fields = [
        ReportField(1, "project_name", "甲项目", HERE),
        ReportField(2, "project_name", "乙项目", HERE),
        ReportField(1, "project_name", "丙项目", HERE),
        ReportField(1, "project_name", "丙项目", HERE),
        ReportField(1, "title", "丁", HERE),
    ]
    assert [variant.name for variant in name_variants(1, fields)] == ["丙项目"]


def test_what_is_cut_from_the_name_in_a_title_is_no_other_name() -> None:
    title = Evidence(1, None, None, None, "2023年度文化馆免费开放项目自评表")
    form = Evidence(2, 1, 2, None, "文化馆免费开放项目")
    cut = ReportField(1, "project_name", "免费开放项目", title)
    assert name_variants(1, [cut, ReportField(1, "project_name", "文化馆免费开放项目", form)]) == []
    [variant] = name_variants(1, [cut, ReportField(1, "project_name", "剧场免费开放项目", form)])
    assert variant.likeness >= Decimal("0.6")


def test_names_with_half_in_common_are_of_one_project() -> None:
    [(_, alike)] = likeness("project_name", "义务教育学生午餐补助", "寄宿学生午餐补助项目")
    assert alike >= 0.6
    [(_, alike)] = likeness("project_name", "义务教育学生午餐补助", "校舍维修改造")
    assert alike < 0.6


def test_the_division_before_a_project_is_spelling() -> None:
    assert likeness("project_name", "青云区河道清淤项目", "河道清淤项目") == []
    assert likeness("project_name", "青云区河道清淤项目", "湖泊清淤项目") != []
