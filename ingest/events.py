"""What a run is doing, as lines of JSON in the file that JIXIAO_EVENTS names, for the page that waits for it.

Without that variable nothing is written. The terminal's words are for people and may change; these lines are not.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

VARIABLE = "JIXIAO_EVENTS"


def tell(event: str, **said: object) -> None:
    """Write one line: `reading` (`count` of files), `document` (an outcome), `building`, `published` or `unchanged`."""
    path = os.environ.get(VARIABLE)
    if path:
        with Path(path).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"event": event} | said, ensure_ascii=False) + "\n")


def read(path: Path) -> list[dict[str, Any]]:
    """The lines so far; the last one only once it is whole."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in text.split("\n")[:-1]]
