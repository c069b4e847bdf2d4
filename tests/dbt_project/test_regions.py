"""The seeds of divisions and their other names, and the script that makes them."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SEEDS = CHECKOUT / "dbt_project" / "seeds"


@pytest.fixture(scope="module")
def make_regions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_regions", CHECKOUT / "data" / "reference" / "make_regions.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def regions() -> dict[str, dict[str, str]]:
    with (SEEDS / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["region_code"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def aliases() -> list[tuple[str, str]]:
    with (SEEDS / "region_aliases.csv").open(encoding="utf-8", newline="") as file:
        return [(row["alias"], row["region_code"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("大理白族自治州", ("大理", "州")),
        ("玉龙纳西族自治县", ("玉龙", "县")),
        ("双江拉祜族佤族布朗族傣族自治县", ("双江", "县")),
        ("克孜勒苏柯尔克孜自治州", ("克孜勒苏", "州")),
        ("隆林各族自治县", ("隆林", "县")),
        ("鄂伦春自治旗", ("鄂伦春", "旗")),
        ("东乡族自治县", ("东乡", "县")),
        ("五华区", None),
    ],
)
def test_short_name_of_an_autonomous_division(
    make_regions: ModuleType, name: str, short: tuple[str, str] | None
) -> None:
    assert make_regions.stem_of_autonomous(name) == short


@pytest.mark.parametrize(
    ("code", "full_name", "level", "prefecture"),
    [
        ("530102", "云南省昆明市五华区", "county", "530100"),
        ("110101", "北京市东城区", "county", ""),
        ("500229", "重庆市城口县", "county", ""),
        ("429004", "湖北省仙桃市", "county", ""),
        ("659001", "新疆维吾尔自治区石河子市", "county", ""),
        ("441900", "广东省东莞市", "prefecture", "441900"),
        ("460400", "海南省儋州市", "prefecture", "460400"),
        ("810000", "香港特别行政区", "province", ""),
    ],
)
def test_a_division_in_the_seed(
    regions: dict[str, dict[str, str]], code: str, full_name: str, level: str, prefecture: str
) -> None:
    row = regions[code]
    assert (row["region_full_name"], row["level"], row["prefecture_code"]) == (full_name, level, prefecture)


def test_no_pseudo_division_is_left(regions: dict[str, dict[str, str]]) -> None:
    pseudo = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
    assert not pseudo & {row["region_name"] for row in regions.values()}
    assert not [row for row in regions.values() if "市辖区" in row["region_full_name"]]


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("禄丰县", "532302"),
        ("晋宁县", "530115"),
        ("马龙县", "530304"),
        ("澄江县", "530481"),
        ("水富县", "530681"),
        ("大理州", "532900"),
        ("玉龙县", "530721"),
        ("广西", "450000"),
    ],
)
def test_other_names_in_the_seed(aliases: list[tuple[str, str]], alias: str, code: str) -> None:
    assert [found for name, found in aliases if name == alias] == [code]


def test_a_name_in_use_is_nobody_elses_former_name(
    make_regions: ModuleType, regions: dict[str, dict[str, str]], aliases: list[tuple[str, str]]
) -> None:
    in_use = {row["region_name"] for row in regions.values()}
    assert not [alias for alias, _ in aliases if alias.endswith("县") and alias in in_use]
