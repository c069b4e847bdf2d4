"""Web pages under the names of Office files."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest

from ingest.document import Unreadable
from ingest.extract import extract
from ingest.readers import read
from support.told import money

PAGE = (
    "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p>2022年度项目支出绩效自评表</p><table>"
    "<tr><td>项目名称</td><td colspan=4>校园直饮水</td></tr>"
    "<tr><td rowspan=2>项目资金（万元）</td><td></td><td>全年预算数</td><td>全年执行数</td><td>执行率</td></tr>"
    "<tr><td>年度资金总额</td><td>90</td><td>72</td><td>80%</td></tr></table></body></html>"
)
LINES = {"年度资金总额 *": {"annual_budget": "90 wan", "executed": "72 wan", "execution_rate": "80 percent"}}


def _mime(page: bytes, encoding: str) -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=NEXT\r\n\r\n--NEXT\r\n"
    part = f"Content-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return f"{head}{part}{base64.encodebytes(page).decode()}\r\n--NEXT--\r\n".encode()


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".xls", ".html"])
@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf\n" + PAGE.encode(),
        PAGE.encode("gb18030"),
        ("<?xml version='1.0'?><!DOCTYPE html>" + PAGE).encode(),
        _mime(PAGE.encode(), "utf-8"),
        _mime(PAGE.encode("gb18030"), "gb2312"),
    ],
)
def test_a_page_under_the_name_of_an_office_file(
    data: bytes, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    document = read(path)
    assert document.media_type == "text/html"
    assert money(extract(document)) == LINES


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx\r\n",
        b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'/>",
        b"only text",
    ],
)
def test_what_holds_no_page_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.doc"
    path.write_bytes(data)
    with pytest.raises(Unreadable):
        read(path)
