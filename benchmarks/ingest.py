"""`make bench-ingest`: how fast documents are loaded, in one run and as ratios to what else the same machine can do.

markitdown and docling are measured where BENCH_MARKITDOWN and BENCH_DOCLING name the Python of an environment that
holds them (make bench-others makes the two).
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from benchmarks import corpus
from ingest import extract, raw_rows, readers
from ingest.home import CHECKOUT
from ingest.readers.word import docx

JIXIAO = str(Path(sys.executable).parent / "jixiao")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PARTS_TO_READ = (
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=20_000, help="how many for the run over many")
    arguments.add_argument("--sample", type=int, default=1_000, help="how many for the rates")
    given = arguments.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="jixiao-bench-") as folder:
        root = Path(folder)
        _rates(root, given.sample)
        _ratios(root)
        _many(root, given.documents)


def _rates(root: Path, count: int) -> None:
    for kind, make in (("text", corpus.texts), ("docx", corpus.words)):
        if f".{'txt' if kind == 'text' else kind}" not in readers.SUPPORTED:
            print(f"{kind}: no reader is registered for it yet")
            continue
        make(root / f"rate-{kind}", count)
        seconds, cpu, _ = _ingest(root / f"rate-{kind}", root / f"home-{kind}")
        print(
            f"{kind}: {count / seconds:.0f} documents/s from start to end of the program ({count} in {seconds:.1f} s), "
            f"{cpu / count * 1000:.1f} ms CPU a document in all processes"
        )


def _ratios(root: Path) -> None:
    """One core, in this process: the docx reader against the floor, then the whole way against other programs."""
    files = corpus.words(root / "ratio", 50)
    contents = [file.read_bytes() for file in files]
    floor, body, reader = (_seconds(function, contents) for function in (_parsed, _body_parsed, docx.read_bytes))
    print(
        f"docx reader: {reader * 1000:.2f} ms a document, {reader / floor:.1f} times unzipping and parsing its XML "
        f"parts with lxml ({floor * 1000:.2f} ms), {reader / body:.1f} times the body alone ({body * 1000:.2f} ms)"
    )
    whole = _seconds(_loaded, contents)
    print(f"docx from bytes to records: {whole * 1000:.1f} ms a document on one core")
    for program in ("markitdown", "docling"):
        python = os.environ.get(f"BENCH_{program.upper()}")
        if not python or not Path(python).exists():
            print(f"{program}: not measured (BENCH_{program.upper()} names no Python that holds it)")
            continue
        asked = [python, str(CHECKOUT / "benchmarks" / "others.py"), program, *map(str, files)]
        answer = subprocess.run(asked, capture_output=True, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
        if answer.returncode:
            print(f"{program}: could not be measured ({(answer.stderr.strip() or 'no message').splitlines()[-1]})")
            continue
        other = float(answer.stdout.split()[-1]) / len(files)
        print(f"{program}: {other * 1000:.0f} ms a document, {other / whole:.0f} times ours")


def _many(root: Path, count: int) -> None:
    corpus.texts(root / "many", count)
    seconds, cpu, peak = _ingest(root / "many", root / "home-many")
    print(
        f"{count} documents: {seconds:.0f} s ({count / seconds:.0f}/s), {cpu / count * 1000:.1f} ms CPU a document, "
        f"at most {peak / 1e6:.0f} MB over all processes"
    )
    seconds, cpu, peak = _ingest(root / "many", root / "home-many")
    print(f"{count} unchanged documents: {seconds:.1f} s ({cpu:.1f} s CPU), at most {peak / 1e6:.0f} MB")
    shutil.rmtree(root / "many")


def _parsed(data: bytes) -> None:
    """The floor: the XML parts that a reader of the text cannot do without, unzipped and parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in _PARTS_TO_READ:
            etree.fromstring(package.read(name))


def _body_parsed(data: bytes) -> None:
    """A lower floor: the part that holds the text, and no styles, numbering or relations."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        etree.fromstring(package.read("word/document.xml"))


def _loaded(data: bytes) -> None:
    document = docx.read_bytes(data)
    raw_rows.content("0" * 64, document, extract.extract(document))


def _seconds(function: Callable[[bytes], object], contents: Sequence[bytes]) -> float:
    """Seconds a document, the best of three rounds after one to warm up."""
    rounds = []
    for _ in range(4):
        started = time.perf_counter()
        for data in contents:
            function(data)
        rounds.append((time.perf_counter() - started) / len(contents))
    return min(rounds[1:])


def _ingest(folder: Path, home: Path) -> tuple[float, float, int]:
    """Run the command as a user does; (seconds, CPU seconds, most bytes in memory), the two over it and all below."""
    started, cpu = time.perf_counter(), _cpu_of_children()
    process = subprocess.Popen([JIXIAO, "ingest", str(folder), "--home", str(home)], stdout=subprocess.DEVNULL)
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.1):
            peak = max(peak, _resident(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    if process.returncode not in (0, 1):
        raise SystemExit(f"jixiao ingest left with {process.returncode}")
    return seconds, _cpu_of_children() - cpu, peak


def _cpu_of_children() -> float:
    """Seconds of CPU that all ended processes below this one have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident(pid: int) -> int:
    """Resident bytes of a process and all its children; pages that they share count for each of them."""
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return own + sum(_resident(int(child)) for child in children)


if __name__ == "__main__":
    main()
