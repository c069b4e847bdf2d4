"""The scripts are programs of their own: their folder is no package."""

from __future__ import annotations

import sys

from support.marts import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
