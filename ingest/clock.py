"""The time at which things are said to happen: the machine's local time, or what JIXIAO_NOW says (for tests)."""

from __future__ import annotations

import datetime as dt
import os


def now() -> dt.datetime:
    """Local time without zone, to the second: the month in which a report came is the bureau's month."""
    given = os.environ.get("JIXIAO_NOW")
    moment = dt.datetime.fromisoformat(given) if given else dt.datetime.now()
    return moment.replace(microsecond=0, tzinfo=None)
