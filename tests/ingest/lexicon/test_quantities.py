import pytest

from ingest.lexicon.quantities import noun_of, quantities


def told(text: str) -> list[str]:
    return [f"{quantity.number.normalize():f} {quantity.unit}" for quantity in quantities(text)]


def test_counts_measures_and_scales() -> None:
    assert told("购置车辆9辆，面积8,258.5㎡，办件39.6万件，投资48亿元，校舍三栋，服务人员十二名") == [
        "9 辆", "8258.5 平方米", "396000 件", "4800000000 元", "3 栋", "12 人",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "为期12个月，每天24小时，3个工作日，提高5个百分点",
        "2024年第3条、附件2",
        "100M互联网，60%",
        "落实爱国卫生“7个专项行动”和《9项制度》",
        "二期工程和2期工程",
    ],
)
def test_spans_of_time_ordinals_rates_and_names_are_none(text: str) -> None:
    assert told(text) == []


def test_the_last_printed_digit() -> None:
    halves = [str(quantity.half.normalize()) for quantity in quantities("12件，39.6万件，40万件，12.5公里，48亿元")]
    assert halves == ["0", "5E+2", "5E+3", "0.05", "0"]


def test_about_and_over() -> None:
    found = quantities("约9辆，检查1380余家，80件以上，近5场，9辆左右，6辆")
    assert [(quantity.is_about, quantity.is_over) for quantity in found] == [
        (True, False), (False, True), (False, True), (True, False), (True, False), (False, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("2024年拟采购9辆公务用车，暂定总预算", "公务用车"),
        ("全年共采购公务用车2辆", "公务用车"),
        ("举办培训班5期", "培训班"),
        ("完成48个卫生间全部达标", "卫生间"),
        ("实际采购2辆", None),
        ("（1）新建蓄水池3座并投入使用", "蓄水池"),
        ("一是聘用法律顾问2人", "法律顾问"),
    ],
)
def test_what_is_counted(text: str, noun: str | None) -> None:
    [quantity] = quantities(text)
    assert noun_of(text, quantity) == noun
