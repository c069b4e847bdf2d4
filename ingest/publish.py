"""Publishing: a finished working file becomes a generation under its own name, then the pointer is replaced.

A reader sees the old generation or the new one and never half a build, because nothing that was published is ever
written again. The last generations are kept, so that `rollback` is a change of the pointer.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.home import Home

KEPT_GENERATIONS = 5
_STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class Generation:
    """One published state of the warehouse. `inputs` is a fingerprint of what it was built from, where known."""

    id: str
    path: Path
    published_at: dt.datetime
    inputs: str | None = None


def current(home: Home) -> Generation | None:
    """The generation that the pointer names; None where nothing was published, or where the pointer is damaged or its
    generation gone, so that the next refresh publishes anew."""
    try:
        pointer = json.loads(home.pointer.read_text(encoding="utf-8"))
        generation = _generation(home, pointer["generation"], pointer.get("inputs"))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return generation if generation.path.exists() else None


def generations(home: Home) -> list[Generation]:
    """All kept generations, the newest first."""
    return [_generation(home, path.stem) for path in sorted(home.generations.glob("[0-9]*.duckdb"), reverse=True)]


def publish(home: Home, inputs: str | None = None) -> Generation:
    """Copy the working file to a new generation and point at it. The caller holds the home's lock."""
    with duckdb.connect(str(home.work_file)) as connection:
        connection.execute("CHECKPOINT")
    now = dt.datetime.now(dt.UTC)
    generation = _generation(home, f"{now.strftime(_STAMP)}Z-{secrets.token_hex(3)}", inputs)
    home.generations.mkdir(parents=True, exist_ok=True)
    for left_over in home.generations.glob("unfinished-*"):
        left_over.unlink()
    unfinished = home.generations / f"unfinished-{generation.id}"
    shutil.copyfile(home.work_file, unfinished)
    _sync(unfinished)
    unfinished.rename(generation.path)
    _sync(home.generations)
    _point_at(home, generation)
    _forget_old(home, keep=generation.id)
    return generation


def rollback(home: Home, generation_id: str) -> Generation:
    """Point at an earlier generation that is still kept."""
    for generation in generations(home):
        if generation.id == generation_id:
            _point_at(home, generation)
            return generation
    raise LookupError(f"{home.root} keeps no generation {generation_id}")


def _generation(home: Home, generation_id: str, inputs: str | None = None) -> Generation:
    published_at = dt.datetime.strptime(generation_id.split("Z-")[0], _STAMP).replace(tzinfo=dt.UTC)
    return Generation(generation_id, home.generations / f"{generation_id}.duckdb", published_at, inputs)


def _point_at(home: Home, generation: Generation) -> None:
    replacement = home.pointer.with_suffix(".new")
    pointer = {
        "generation": generation.id,
        "published_at": generation.published_at.isoformat(),
        "inputs": generation.inputs,
    }
    replacement.write_text(json.dumps(pointer, indent=1) + "\n", encoding="utf-8")
    _sync(replacement)
    replacement.replace(home.pointer)
    _sync(home.pointer.parent)


def _forget_old(home: Home, keep: str) -> None:
    for generation in generations(home)[KEPT_GENERATIONS:]:
        if generation.id != keep:
            generation.path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
