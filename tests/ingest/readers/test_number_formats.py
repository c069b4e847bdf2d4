from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.sheets.number_formats import display, number_behind

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("0.7515", "0.00%", "75.15%"),
        ("0.7515", "0%", "75%"),
        ("0.95916986654964", "0.00%", "95.92%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("-5.5", "#,##0.00_);[Red]\\(#,##0.00\\)", "(5.50)"),
        ("-5.5", "0.00;[Red]0.00", "-5.50"),
        ("-5.5", '0.00"万元"_);[Red]0.00"万元"', "-5.50万元"),
        ("5.5", "0.00;[Red]0.00", "5.50"),
        ("-1234.5", "#,##0.00;[Red]0.0", "-1234.5"),
        ("-5.5", '0.0;"减"0.0', "减5.5"),
        ("-0.05", "0%;[Red]0%", "-5%"),
        ("-3.25", ACCOUNTING, "-3.25"),
        ("0", ACCOUNTING, "-"),
        ("2.675", "0.00", "2.68"),
        ("0.30000000000000004", "General", "0.3"),
        ("12", "General", "12"),
        ("1E-07", "General", "0.0000001"),
        ("5", '0"万元"', "5万元"),
        ("4.75", "[$¥-804]#,##0.00", "¥4.75"),
        ("41", 'G/通用格式"人"', "41人"),
        ("1234567", "#,##0,", "1,235"),
        ("123456", "0\\.0000", "12.3456"),
        ("12", "000000", "000012"),
        ("1.5", "0.##", "1.5"),
        ("0", "0;-0;;@", ""),
        ("95.92", "0.00\\%", "95.92%"),
        ("1234567", '0!.0,"万"', "123.5万"),
        ("5", "0!%", "5%"),
        ("12.5", ".00", "12.50"),
        ("0.9815", ".0%", "98.2%"),
        ("-0.125", '"减".00', "-减.13"),
    ],
)
def test_numbers_as_shown(stored: str, code: str, shown: str) -> None:
    assert display(stored, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("45796", "yyyy-mm-dd", "2025-05-19"),
        ("45796", "yyyy/m/d", "2025/5/19"),
        ("45796", 'yyyy"年"m"月"d"日";@', "2025年5月19日"),
        ("45796", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-05-19"),
        ("45796", "aaaa", "星期一"),
        ("45796.75", "yyyy-mm-dd hh:mm", "2025-05-19 18:00"),
        ("45796.6", '上午/下午h"时"mm"分"', "下午2时24分"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("45796.999999", "yyyy-mm-dd hh:mm:ss", "2025-05-20 00:00:00"),
        ("0", "yyyy-mm-dd", "0"),
    ],
)
def test_dates_as_shown(stored: str, code: str, shown: str) -> None:
    assert display(stored, code) == shown


def test_days_since_1904() -> None:
    assert display("44334", "yyyy-mm-dd", date1904=True) == "2025-05-19"


@pytest.mark.parametrize("code", ["# ?/?", "[DBNum1]General", "[<100]0;0.0", "0.00E+00", ";;;", "@"])
def test_what_cannot_be_told_is_given_as_stored(code: str) -> None:
    assert display("1234.5", code) == "1234.5"


@given(st.decimals(-(10**9), 10**9, places=4, allow_nan=False), st.integers(0, 4))
def test_fixed_decimals_with_separators(number: Decimal, places: int) -> None:
    rounded = abs(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    shown = f"{'-' if number < 0 else ''}{rounded:,}"
    assert display(str(number), "#,##0" + ("." + "0" * places if places else "")) == shown


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(alphabet='0#?.,%;"\\_*[]@ymdhsGE+-年 ', max_size=15))
def test_no_format_breaks_the_reader(number: float, code: str) -> None:
    assert isinstance(display(repr(number), code), str)


def test_the_general_format_of_wps_shows_a_number() -> None:
    assert number_behind("41", 'G/通用格式"人"') == 41.0
    assert number_behind("45796", "yyyy-mm-dd") is None


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("8.4999999999999", "8.5"),
        ("0.33333333333333331", "0.333333333"),
        ("12345.678901234", "12345.6789"),
        ("123456789.126", "123456789.1"),
        ("530102198001011234", "530102198001011000"),
        ("0.00012345678901", "0.000123457"),
        ("0.000000123", "0.000000123"),
        ("-3.14", "-3.14"),
    ],
)
def test_a_number_without_a_format_is_as_wide_as_excel_shows_it(stored: str, shown: str) -> None:
    assert display(stored, "General") == shown
