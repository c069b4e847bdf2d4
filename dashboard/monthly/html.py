"""The bulletin as one page that needs nothing but itself: the same bytes whenever it is made of the same generation."""

from __future__ import annotations

from html import escape

from dashboard.monthly.bulletin import Block, Bulletin, Heading
from dashboard.monthly.charts import Picture
from dashboard.monthly.table import Cell, Gap, Table

_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
:root { color-scheme: light }
body { font: 17px/1.8 "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; color: #1c2733;
  background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em }
h1 { font: 1.6em/1.4 "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif; text-align: center;
  text-wrap: balance; margin: 0 0 .6em }
h2, h3 { font-size: 1em; font-weight: normal; margin: .9em 0 .2em; text-indent: 2em }
h2, th { font-family: SimHei, STHeiti, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
h3 { font-family: "楷体_GB2312", KaiTi, STKaiti, "Noto Serif CJK SC", serif }
h2.annex { margin: 2.2em 0 .5em; text-indent: 0 }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere }
.warning { text-align: center; text-indent: 0; font-weight: bold }
ol { margin: 1em 0 0; padding-left: 4em }
figure { margin: 1em 0; text-align: center; break-inside: avoid } figure svg { width: 100%; max-width: 720px }
figcaption { font-size: .85em }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; min-width: 46em;
  font: .72em/1.4 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
th, td { border: 1px solid #75808c; padding: .25em .4em; text-align: right; font-variant-numeric: tabular-nums }
th { background: #eef1f4; font-weight: normal; text-align: center } td.text { text-align: left }
td.movement, td.year { text-align: center } tr { break-inside: avoid } .note { font-size: .75em; text-indent: 0 }
footer { margin-top: 2em; font-size: .75em; color: #4d5966 }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(bulletin: Bulletin) -> str:
    """The whole bulletin with its annex; without scripts, and barred from asking for anything."""
    warning = f'<p class="warning">{escape(bulletin.warning)}</p>\n' if bulletin.warning else ""
    title = "<br>".join(map(escape, bulletin.title_lines))
    listed = "".join(f"<li>{escape(table.title)}</li>" for table in bulletin.tables)
    body = "\n".join(_block(block) for block in bulletin.blocks)
    annex = "\n".join(_table(number, table) for number, table in enumerate(bulletin.tables, 1))
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(bulletin.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{warning}{body}\n<p>附件：</p>\n<ol>{listed}</ol>\n{annex}\n</main>\n"
        f"<footer>数据版本 {escape(bulletin.generation)}，发布于 {bulletin.published_at:%Y-%m-%d %H:%M} UTC</footer>\n"
        "</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Picture(caption, svg):
            return f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>"
        case _:
            return f"<p>{escape(''.join(map(str, block)))}</p>"


def _table(number: int, table: Table) -> str:
    head = "".join(f'<th scope="col">{"<br>".join(map(escape, column.lines))}</th>' for column in table.columns)
    whole = sum(column.width for column in table.columns)
    shares = "".join(f'<col style="width:{column.width / whole:.1%}">' for column in table.columns)
    rows = [_row(row, len(table.columns)) for row in table.printed]
    note = f'<p class="note">注：{escape(table.note)}</p>' if table.note else ""
    title = escape(f"附件{number}　{table.title}")
    return (
        f'<h2 class="annex">{title}</h2>\n<div class="wide" tabindex="0" role="region" aria-label="{title}"><table>'
        f"<colgroup>{shares}</colgroup><thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + f"\n</tbody></table></div>\n{note}"
    )


def _row(row: tuple[Cell, ...] | Gap, width: int) -> str:
    if isinstance(row, Gap):
        return f'<tr><td class="text" colspan="{width}">{escape(str(row))}</td></tr>'
    cells = (f'<td class="{cell.kind}">{escape(cell.text)}</td>' for cell in row)
    return f"<tr>{''.join(cells)}</tr>"
