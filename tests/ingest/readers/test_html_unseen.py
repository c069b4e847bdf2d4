"""What a web page does not show, strikes out or writes in white on white."""

import pytest

from ingest.document import Paragraph
from ingest.readers.web.html import read_bytes

SCORE = Paragraph("自评得分90分。")


def told(what: str, text: str) -> Paragraph:
    return Paragraph(f"（{what}，未读取：{text}）", is_unread=True)


@pytest.mark.parametrize(
    "struck",
    [
        "<s>60</s>",
        "<DEL>60</DEL>",
        "<strike><b>60</b></strike>",
        "<span style='color:red; text-decoration: underline line-through'>60</span>",
        "<span class=old>60</span>",
    ],
)
def test_what_is_struck_out_is_left_out_and_its_figures_told(struck: str) -> None:
    page = f"<style>.old{{text-decoration-line:line-through}}</style><p>预算<s>数</s>{struck}<u>50</u>万元</p>"
    assert read_bytes(page.encode()).blocks == (Paragraph("预算50万元"), told("划去的文字", "60"))


@pytest.mark.parametrize(
    "white",
    [
        "<font color=white>99分</font>",
        "<span style='color:#FFF'>99分</span>",
        "<span class=w>99<b>分</b></span>",
        "<span style='color:rgb(255, 255, 255);background:#ffffff'>99分</span>",
        "<span class=dark><i class=w style='background-color:white'>99分</i></span>",
    ],
)
def test_white_letters_on_white_are_left_out_and_their_figures_told(white: str) -> None:
    style = "<style>.w{color:white;font-size:9pt} .dark{background:#1F4E79}</style>"
    page = f"{style}<p>自评得分{white}90分。</p>"
    assert read_bytes(page.encode()).blocks == (SCORE, told("白色文字", "99分"))


@pytest.mark.parametrize(
    "page",
    [
        "<p style='background:#1F4E79'><span style='color:white'>自评得分90分。</span></p>",
        "<body background=dark.png><p><font color=#ffffff>自评得分90分。</font></p>",
        "<p style='color:white'><span style='color:black'>自评得分90分。</span></p>",
        "<link rel=stylesheet href=page.css><p style='color:white'>自评得分90分。</p>",
        "<p style='color:white;background:linear-gradient(navy,blue)'>自评得分90分。</p>",
        "<style>p{background:navy}</style><p style='color:#fff'>自评得分90分。</p>",
        "<p style='background-color:#fff;white-space:nowrap'>自评得分90分。</p>",
    ],
)
def test_white_letters_that_may_be_seen_are_read(page: str) -> None:
    assert read_bytes(page.encode()).blocks == (SCORE,)


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        ("<p style='display : none'>自评得分95.5</p>", "自评得分95.5"),
        ("<div hidden>预算<script>1.5</script>60万元</div>", "预算60万元"),
        ("<p style='mso-hide:all'>得分88分</p>", "得分88分"),
    ],
)
def test_figures_that_are_hidden_where_they_stand_are_told(hidden: str, left: str) -> None:
    page = f"<p>自评得分90分。</p>{hidden}"
    assert read_bytes(page.encode()).blocks == (SCORE, told("网页隐藏的内容", left))


@pytest.mark.parametrize(
    "hidden", ["<ul hidden><li>2024年<li>第2页</ul>", "<nav style='display:none'>预算60万元</nav>"]
)
def test_hidden_menus_and_numbers_of_rows_are_not_told(hidden: str) -> None:
    assert read_bytes(f"<p>自评得分90分。</p>{hidden}".encode()).blocks == (SCORE,)


STYLED = (
    "<html><head><style>%s</style></head><body><p>自评得分90分。</p>"
    '<div class="box"><p class="old first" id="last">自评得分99分。</p></div></body></html>'
)


@pytest.mark.parametrize(
    "style",
    [
        ".old{display:none}",
        "p.old.first { color:red; visibility : hidden }",
        "#last{display:none!important} p{margin:0}",
        ".box > .old, .other{display:none}",
        "/* p{} */ .old{display:block} p.old{display:none}",
        "#last{display:block} .old{display:none!important}",
        "<!-- .box p:first-child{display:none} -->",
    ],
)
def test_what_a_style_sheet_hides_is_left_out_and_its_figures_told(style: str) -> None:
    assert read_bytes((STYLED % style).encode()).blocks == (
        Paragraph("自评得分90分。"),
        Paragraph("（网页隐藏的内容，未读取：自评得分99分。）", is_unread=True),
    )


@pytest.mark.parametrize(
    "style",
    [
        ".old{display:none} .old.first{display:block}",
        "@media print{.old{display:none}}",
        ".old:hover{display:none} .other .old{display:none}",
        ".older{display:none} div{display:block}",
        "#last{display:block} .old{display:none}",
        "body > .old{display:none}",
    ],
)
def test_what_a_style_sheet_shows_after_all_is_read(style: str) -> None:
    blocks = read_bytes((STYLED % style).encode()).blocks
    assert blocks == (Paragraph("自评得分90分。"), Paragraph("自评得分99分。"))
