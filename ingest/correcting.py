"""Writing a correction: what the source says at a place, whether it bears the correction out, and the entry's file.

The caller holds the home's lock. What stands somewhere is found by dbt's own views, in a transaction that is undone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from ingest import corrections
from ingest.corrections import Correction, Invalid, Placed
from ingest.home import Home

_OUTCOME = "SELECT problem, stands_now FROM staging.stg_correction_outcomes WHERE correction_id = ?"
_PROBLEMS = {
    "document_not_loaded": "文件未入库 / the document is not loaded",
    "nothing_there": (
        "该处没有入库的数字或字段 / no figure or field of the warehouse is there; "
        "see fct_reported_amounts and fct_indicator_scores"
    ),
    "other_text": "原文并非如此，请按原文填写 / that is not what the source says; give --expected as it stands there",
    "several_figures": (
        "有几个数字都是这样写的，请指明位置或资金行 / "
        "that is said by several figures; name one by its place (--block, --row, --col) or its --line"
    ),
    "other_unit": (
        "值的单位与所更正的数字不符，请用原文的单位 / "
        "the value's unit does not fit what is corrected; write the value in the unit of the source"
    ),
    "corrected_twice": (
        "另有一条已采纳的更正改的是同一处，请先停用那一条 / "
        "another accepted correction already corrects it; reject that one first"
    ),
}


class NotBuilt(Exception):
    """There are no views yet that could say what stands anywhere."""


def standing(connection: duckdb.DuckDBPyConnection, home: Home, target: Mapping[str, str]) -> str | None:
    """What the source says at the place, whatever is expected there; None where it leaves it blank. Raises `Invalid`,
    also where nothing can be corrected, and `NotBuilt`."""
    wrong = corrections.wrong_target(target)
    if wrong:
        raise Invalid(wrong)
    numbers = {name: int(target[name]) for name in corrections.NUMBERS & target.keys()}
    words = {name: target[name] for name in ("document", "measure", "field") if name in target}
    said: dict[str, Any] = {**words, **numbers, "date": dt.date.min, "status": "proposed"}
    asked = Correction(**said, expected=None, value="", reason="", author="")
    problem, stands = _outcome(connection, corrections.read(home), asked)
    if problem == "nothing_there":
        raise Invalid([_PROBLEMS[problem]])
    return stands


def add(connection: duckdb.DuckDBPyConnection, home: Home, texts: Mapping[str, str | None]) -> tuple[Correction, Path]:
    """Write the entry that these texts give; it and its file. Raises `Invalid` where it cannot be understood, says what
    is said already, or the source does not bear it out, and `NotBuilt`; then nothing is written."""
    correction = corrections.from_texts(texts)
    known = corrections.read(home)
    if correction.id in {placed.correction.id for placed in known}:
        raise Invalid([f"已有相同的更正（{correction.id}） / a correction says so already"])
    problem, _ = _outcome(connection, known, correction)
    if problem is not None:
        raise Invalid([_PROBLEMS[problem]])
    return correction, _write(home, correction)


def set_status(home: Home, correction_id: str, status: str) -> None:
    """Propose, accept or reject an entry that is there. Raises `Invalid` where its file holds others beside it, which
    are a person's to edit."""
    known = corrections.read(home)
    [placed] = [placed for placed in known if placed.correction.id == correction_id]
    if sum(other.file == placed.file for other in known) > 1:
        raise Invalid(
            [
                f"{placed.file} 里还有别的更正，请在该文件第 {placed.line} 行修改 status / "
                "its file holds other entries; change the status there"
            ]
        )
    _put(home.root / placed.file, dataclasses.replace(placed.correction, status=status))


def _outcome(
    connection: duckdb.DuckDBPyConnection, known: list[Placed], correction: Correction
) -> tuple[str | None, str | None]:
    """(problem, what stands there) if the correction were among the known ones; it is not kept."""
    connection.begin()
    try:
        corrections.store(connection, [*known, Placed(correction, "", 0)])
        [outcome] = connection.execute(_OUTCOME, [correction.id]).fetchall()
    except duckdb.CatalogException as error:
        raise NotBuilt("尚未建库，请先运行 jixiao build / nothing is built yet; run jixiao build") from error
    finally:
        connection.rollback()
    return outcome


def _write(home: Home, correction: Correction) -> Path:
    home.corrections.mkdir(parents=True, exist_ok=True)
    path = home.corrections / f"{correction.date.isoformat()}-{correction.id}.yml"
    _put(path, correction)
    return path


def _put(path: Path, correction: Correction) -> None:
    unfinished = path.with_suffix(".new")
    unfinished.write_text(correction.as_yaml(), encoding="utf-8")
    unfinished.replace(path)
