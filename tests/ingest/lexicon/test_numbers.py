from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.lexicon.numbers import cell_figure, figures


@pytest.mark.parametrize(
    ("printed", "number", "unit", "decimals"),
    [
        ("83.67", "83.67", None, 2),
        ("0%", "0", "percent", 0),
        ("75％", "75", "percent", 0),
        ("0.51 ", "0.51", None, 2),
        ("１２．５０", "12.50", None, 2),
        ("1,234,567.89元", "1234567.89", "yuan", 2),
        ("-16.77", "-16.77", None, 2),
        ("−16.77", "-16.77", None, 2),
        ("+3", "3", None, 0),
        ("32万元", "32", "wan", 0),
        ("1.2亿元", "1.2", "yi", 1),
        ("829.3万", "829.3", "wan", 1),
        ("1.2亿", "1.2", "yi", 1),
        ("97分", "97", "points", 0),
        (" 4.20 \n", "4.20", None, 2),
    ],
)
def test_a_cell_that_is_a_figure(printed: str, number: str, unit: str | None, decimals: int) -> None:
    figure = cell_figure(printed)
    assert figure is not None
    assert (figure.number, figure.unit, figure.decimals) == (Decimal(number), unit, decimals)
    assert figure.value_text in printed


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "无",
        "—",
        "/",
        "1年内",
        "万",
        "5万人",
        "3万-5万",
        "2024年底前",
        "≥",
        "优√",
        "100-90",
        "一",
        "3.2.1",
        "12,34",
        "50\n40",
        "5 0.00",
    ],
)
def test_a_cell_that_is_no_figure(printed: str) -> None:
    assert cell_figure(printed) is None


@given(
    st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2),
    st.sampled_from(["", ","]),
    st.sampled_from(["", "万元", "元", "亿元", "%"]),
    st.booleans(),
)
def test_numbers_printed_in_every_accepted_way_are_read_back_exactly(
    number: Decimal, separator: str, unit: str, full_width: bool
) -> None:
    printed = f"{number:{separator}f}" + unit
    if full_width:
        printed = printed.translate(str.maketrans("0123456789.,%", "０１２３４５６７８９．，％"))
    figure = cell_figure(printed)
    assert figure is not None and figure.number == number and figure.decimals == 2


def test_figures_of_a_sentence_in_order() -> None:
    text = "预算273.45万元，其中社建经费2万；执行率47.52%，自评得分97分，2024年12月31日支出1,299,400元。"
    assert [(figure.value_text, figure.unit) for figure in figures(text)] == [
        ("273.45", "wan"),
        ("2", "wan"),
        ("47.52", "percent"),
        ("97", "points"),
        ("1,299,400", "yuan"),
    ]


def test_words_that_begin_like_a_unit_are_none() -> None:
    assert list(figures("窗口平均4分钟，评价100分为优，增长3个百分点，3万人次")) == []


def test_percent_in_words() -> None:
    assert [(figure.number, figure.unit) for figure in figures("达到百分之九十五点五")] == [
        (Decimal("95.5"), "percent")
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("补助一百零五万元", ("一百零五", 105, "wan")),
        ("补助十二万五千元", ("十二万五千", 125000, "yuan")),
        ("支出玖拾捌万伍仟元整", ("玖拾捌万伍仟", 985000, "yuan")),
        ("投入三点五亿元", ("三点五", 3.5, "yi")),
    ],
)
def test_money_in_words(text: str, figure: tuple[str, float, str]) -> None:
    assert [(found.value_text, float(found.number), found.unit) for found in figures(text)] == [figure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("预算分别为10、20和30万元", [("10", "wan"), ("20", "wan"), ("30", "wan")]),
        ("到位率、执行率分别为100、95.5%", [("100", "percent"), ("95.5", "percent")]),
        ("1、20万元用于清淤；2、30万元用于绿化", [("20", "wan"), ("30", "wan")]),
        ("支出￥480000.50，¥ 20万元", [("480000.50", "yuan"), ("20", "wan")]),
        (
            "满意度（10分）得9.5；满分100，自评95",
            [("10", "points"), ("9.5", "points"), ("100", "points"), ("95", "points")],
        ),
        ("社建经费2万（含上年结转），50万用于清淤", [("2", "wan"), ("50", "wan")]),
        ("受益5万（人），培训3万（人次），清运2万余吨、10万用户", []),
        ("得分48、29分", [("48", "points"), ("29", "points")]),
        ("支出48~50万元，预算50万元～60万元，执行率80—90%", []),
        ("预算50千元，支出48 百万元；单位：千元，资金（百万元）", []),
    ],
)
def test_figures_that_share_a_unit_or_have_none_of_the_usual(text: str, told: list[tuple[str, str]]) -> None:
    assert [(figure.value_text, figure.unit) for figure in figures(text)] == told
    assert all(figure.value_text in text[figure.start : figure.end] for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("预算数（万元）：85，执行数（元）：812,500.00。", [("85", "wan"), ("812,500.00", "yuan")]),
        ("执行率（%）：95.59；得分（分）：9.5", [("95.59", "percent"), ("9.5", "points")]),
        ("预算(万元): 85，2023年支出80万元", [("85", "wan"), ("80", "wan")]),
        ("预算数（万元）：85万元", [("85", "wan")]),
        ("资金（万元）：1.中央资金；2、省级资金", []),
        ("预算（万元）：80~90，指标（万元）：85，90", []),
        ("年度资金总额（万元）：1 62.800000", []),
        ("预算数（万元）：85 执行数（万元）：80", [("85", "wan"), ("80", "wan")]),
        ("任务（个）：85；预算（万元） 85", []),
    ],
)
def test_a_unit_that_stands_with_the_label(text: str, told: list[tuple[str, str]]) -> None:
    assert [(figure.value_text, figure.unit) for figure in figures(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("预算18 189万元，支出：12 129.5万元", [("18189", "wan"), ("12129.5", "wan")]),
        ("支出1 234 567.89元，完成率 95%", [("1234567.89", "yuan"), ("95", "percent")]),
        ("见表3 150万元", []),
        ("校舍 12 150万元", []),
        ("预算18 18万元，支出2023 189万元，到位1 2345万元", []),
    ],
)
def test_blanks_between_thousands_right_behind_words(text: str, told: list[tuple[str, str]]) -> None:
    assert [(str(figure.number), figure.unit) for figure in figures(text)] == told


def test_the_end_of_a_range_behind_a_bracket_is_no_negative_rate() -> None:
    assert [figure.value_text for figure in figures("80%(含)-90%，70%（含）－80%，增减（元）-20%")] == [
        "80",
        "70",
        "-20",
    ]


def test_a_currency_sign_marks_money_and_names_no_unit() -> None:
    figure = cell_figure("¥83,600.50")
    assert figure is not None
    assert (figure.value_text, figure.number, figure.unit, figure.unit_text) == (
        "83,600.50",
        Decimal("83600.50"),
        None,
        "¥",
    )


@pytest.mark.parametrize(
    "text", ["数十万元", "上万元", "每万元产值", "几千元", "预算l20万元", "预算为1O5万元", "10S万元"]
)
def test_vague_words_and_digits_among_letters_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("预算调整−16.77万元", ["-16.77"]), ("每户补助5−10万元", []), ("20万元−15万元", ["20", "15"])],
)
def test_the_minus_of_formulas_is_a_sign_and_never_dropped(text: str, numbers: list[str]) -> None:
    assert [str(figure.number) for figure in figures(text)] == numbers
