"""What dbt reads out of the project: once for all homes and processes, as it is the same in each.

Parsing takes longer than a small build. The outcome is kept in the user's cache folder under a fingerprint of the
project; whatever is wrong with the cache, the project is parsed anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

_NO_SOURCE = {"target", "logs", "dbt_packages"}

_parsed: tuple[str, Manifest] | None = None


def fingerprint(project: Path) -> str:
    """The project's files by name and content."""
    digest = hashlib.sha256()
    for source in sorted(project.rglob("*")):
        inside = source.relative_to(project)
        if source.is_file() and inside.parts[0] not in _NO_SOURCE:
            digest.update(inside.as_posix().encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()


def manifest(project: Path, parse: Callable[[], Manifest]) -> Manifest:
    """A manifest of one's own to build with; what `parse` raises goes through."""
    global _parsed
    from dbt.version import __version__

    key = f"{_short(str(project))}-{_short(__version__ + fingerprint(project))}"
    if _parsed is None or _parsed[0] != key:
        kept = _folder() / f"{key}.msgpack"
        found = _load(kept)
        if found is None:
            found = parse()
            _keep(kept, found)
        _parsed = (key, found)
    return _parsed[1].deepcopy()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jixiao"


def _load(kept: Path) -> Manifest | None:
    from dbt.contracts.graph.manifest import Manifest
    from dbt.parser.manifest import extended_mashumuro_decoder

    try:
        found: Any = Manifest.from_msgpack(kept.read_bytes(), decoder=extended_mashumuro_decoder)
    except Exception:
        return None
    return found if isinstance(found, Manifest) else None


def _keep(place: Path, parsed: Manifest) -> None:
    """In place of what is kept of other states of the project; a folder that takes no file is left alone."""
    from dbt.parser.manifest import extended_mashumaro_encoder

    unfinished = place.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(parsed.to_msgpack(extended_mashumaro_encoder))
        for other in place.parent.glob(f"{place.name.partition('-')[0]}-*.msgpack"):
            other.unlink()
        unfinished.replace(place)
