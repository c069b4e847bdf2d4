"""Readings: archived copies are read and understood by the workers, old Office files after others have converted them.

What comes of each is handed back once, also where its process broke down. A copy that is of no use is taken away.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.readers.kinds import true_suffix
from ingest.readers.word import office
from ingest.understanding import Cause, Understood, convert, understand
from ingest.workers import Broken, Workers

CONVERTED_TOGETHER = 50
READING_SECONDS = 120.0

Finish = Callable[[str, int, Understood], None]
"""Called with a document's id, its size in bytes and what was understood of it."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """An archived copy, and a name under which it came, without its suffix."""

    document_id: str
    archived: Path
    name: str


class Readings:
    """What is being read of one run; files that are made on the way lie in `scratch`."""

    def __init__(self, workers: Workers, scratch: Path, finish: Finish) -> None:
        self._workers = workers
        self._scratch = scratch
        self._finish = finish
        self._to_convert: list[_Copy] = []

    def read(self, document_id: str, archived: Path, name: str) -> None:
        """Have an archived copy read that came under this name; old Office files wait for others of their kind."""
        copy = _Copy(document_id, archived, name)
        if (
            archived.suffix in office.SUFFIXES
            and true_suffix(archived.read_bytes(), archived.suffix) in office.SUFFIXES
        ):
            self._to_convert.append(copy)
            if len(self._to_convert) >= CONVERTED_TOGETHER:
                self._convert()
        else:
            self._understand(copy)

    def finish(self) -> None:
        """Wait until all is read."""
        self._convert()
        self._workers.finish()

    def _understand(self, copy: _Copy, made: Path | None = None) -> None:
        """Have a copy understood, or what was made of it."""

        def then(answer: Understood | Broken) -> None:
            if made is not None:
                made.unlink(missing_ok=True)
            self._hand_back(copy, answer)

        original = copy.archived if made is not None else None
        path = made or copy.archived
        self._workers.submit(READING_SECONDS, then, understand, copy.document_id, path, original, copy.name)

    def _hand_back(self, copy: _Copy, answer: Understood | Broken) -> None:
        understood = _broken(answer) if isinstance(answer, Broken) else answer
        byte_size = copy.archived.stat().st_size
        if understood.status == "rejected":
            copy.archived.unlink()
        self._finish(copy.document_id, byte_size, understood)

    def _convert(self) -> None:
        """Have the waiting old Office files made into Word documents by one process, then read."""
        batch, self._to_convert = self._to_convert, []
        if batch:
            self._convert_together(batch)

    def _convert_together(self, batch: Sequence[_Copy]) -> None:
        into = Path(tempfile.mkdtemp(dir=self._scratch))

        def then(answer: Mapping[Path, Path | Understood] | Broken) -> None:
            if isinstance(answer, Broken) and len(batch) > 1:
                for alone in batch:
                    self._convert_together([alone])
                return
            for copy in batch:
                made = answer if isinstance(answer, Broken) else answer[copy.archived]
                if isinstance(made, Path):
                    self._understand(copy, made)
                else:
                    self._hand_back(copy, made)

        seconds = 2.0 * (office.SECONDS_TO_START + office.SECONDS_PER_FILE * len(batch))
        self._workers.submit(seconds, then, convert, [copy.archived for copy in batch], into)


def _broken(broken: Broken) -> Understood:
    if broken.too_slow:
        reason = (
            f"读取超过 {READING_SECONDS:.0f} 秒，已放弃，请拆分或另存后报送 / "
            f"reading it took longer than {READING_SECONDS:.0f} seconds; split it or save it again and send it"
        )
    else:
        reason = (
            f"读取时程序崩溃（{broken.how}），文件可能已损坏，请另存后报送 / "
            f"the reading process broke down on it ({broken.how}); it may be damaged: save it again and send it"
        )
    return Understood("rejected", reason, "application/octet-stream", cause=Cause.FAILURE)
