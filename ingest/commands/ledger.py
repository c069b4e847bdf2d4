"""`jixiao ledger`: monthly ledgers (支出进度台账) for those who type them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest import ledger_template
from ingest.commands.shared import WRONG_USAGE, out, stop

app = typer.Typer(
    no_args_is_help=True,
    help="Monthly ledgers of execution. They are loaded like reports, by refresh; here is a template to type into.",
)
app.callback()(lambda: None)  # So that `template` stays a word of its own, though it is the only command.


@app.command()
def template(
    target: Annotated[Path, typer.Option("--out", help="Where to write it (.xlsx).", dir_okay=False)] = Path(
        "ledger.xlsx"
    ),
) -> None:
    """Write a workbook to fill in; its second sheet explains the columns."""
    if target.suffix.lower() != ".xlsx":
        stop(f"{target} is no .xlsx", WRONG_USAGE)
    try:
        with target.open("xb") as file:
            file.write(ledger_template.template())
    except FileExistsError:
        stop(f"{target} is there already; name another file with --out", WRONG_USAGE)
    except OSError as error:
        stop(f"{target} cannot be written ({error.strerror})", WRONG_USAGE)
    out.print(f"written      {target}", markup=False)
