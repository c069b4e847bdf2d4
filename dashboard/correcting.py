"""Corrections made on a page: the entry is written to the home as `jixiao correct` writes it."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from dashboard.published import ask
from ingest import correcting, corrections, load
from ingest.clock import now
from ingest.corrections import Placed
from ingest.home import Home, HomeBusy

WAIT_SECONDS = 2.0


def propose(home: Home, texts: Mapping[str, str | None]) -> list[str]:
    """Write the correction that these texts give, dated today; what is wrong with it, nothing once it is written."""
    try:
        with home.writing(WAIT_SECONDS), duckdb.connect(str(home.work_file)) as connection:
            load.prepare(connection)
            correcting.add(connection, home, {**texts, "date": now().date().isoformat()})
    except corrections.Invalid as error:
        return list(error.problems)
    except (HomeBusy, correcting.NotBuilt, OSError, duckdb.Error) as error:
        return [str(error)]
    return []


def set_status(home: Home, correction_id: str, status: str) -> list[str]:
    """Accept or reject an entry; what is wrong, nothing once it is done."""
    try:
        with home.writing(WAIT_SECONDS):
            correcting.set_status(home, correction_id, status)
    except corrections.Invalid as error:
        return list(error.problems)
    except (HomeBusy, OSError) as error:
        return [str(error)]
    return []


def unpublished(home: Home) -> list[Placed]:
    """The home's corrections that the published marts do not know as they are now. Raises `corrections.Invalid`."""
    known = dict(ask("SELECT correction_id, status FROM marts.corrections").iter_rows())
    as_published = {"applied": "accepted", "stale": "accepted"}
    return [
        placed
        for placed in corrections.read(home)
        if (status := known.get(placed.correction.id)) is None
        or as_published.get(status, status) != placed.correction.status
    ]
