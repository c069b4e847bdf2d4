"""Running text in two columns, and what only looks like it."""

import pdf_maker as make
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Block, Paragraph
from ingest.readers.portable.pdf import read_bytes

LEFT = (
    "本项目由县农业农村局组织实施，全年预算数为",
    "120万元，全年执行数为96万元，预算执行率80%",
    "，主要用于村级道路的日常养护和安全设施更新。",
    "养护队伍按月巡查，发现病害后三日之内完成修补",
    "并登记造册，年末由乡镇交通专干会同村两委验收",
    "合格后拨付款项。",
)
RIGHT = (
    "从群众反映看，多数路段通行条件明显改善，仍有",
    "少数山区路段因雨季塌方反复，养护费用超出测算",
    "，下一年度拟调整补助标准。项目自评得分95分，",
    "等级为优。主要问题是养护资料归档不及时，部分",
    "乡镇未按要求上传巡查照片，影响了抽查的效率，",
    "已责成限期整改。",
)


def paragraphs(data: bytes) -> list[str]:
    return [block.text for block in read_bytes(data).blocks if isinstance(block, Paragraph)]


def side_by_side(left: tuple[str, ...], right: tuple[str, ...], gap: float = 24) -> bytes:
    def draw(canvas: Canvas) -> None:
        make.words(canvas, 180, 60, "村级道路养护项目绩效自评报告")
        width = max(canvas.stringWidth(line, "STSong-Light", 10.5) for line in left)
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            make.words(canvas, 60, 90 + 16 * number, one)
            make.words(canvas, 60 + width + gap, 90 + 16 * number, other)

    return make.drawn(draw)


def test_prose_in_two_columns_is_read_column_by_column() -> None:
    assert paragraphs(side_by_side(LEFT, RIGHT)) == ["村级道路养护项目绩效自评报告", "".join(LEFT), "".join(RIGHT)]


def test_labels_beside_their_values_are_read_line_by_line() -> None:
    labels = tuple(line[: 4 + number] for number, line in enumerate(LEFT))
    lines = paragraphs(side_by_side(labels, RIGHT))
    assert any(labels[0] in line and RIGHT[0] in line for line in lines)


def test_lists_side_by_side_are_read_line_by_line() -> None:
    left = ("县农业农村局 120万元", "县交通运输局 96万元", "县水利局 35.5万元", "县教育局 8万元", "县文旅局 1万元")
    right = ("县林业和草原局 42万元", "县卫健局 17万元", "县民政局 6.25万元", "县残联 3万元", "县融媒体中心 9万元")
    lines = paragraphs(side_by_side(left, right, gap=200))
    assert any(left[1] in line and right[1] in line for line in lines)


def test_forms_beside_each_other_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        for x, name in ((40, "甲项目自评表"), (320, "乙项目自评表")):
            make.words(canvas, x + 60, 60, name)
            make.ruled(canvas, [x, x + 120, x + 240], [80, 110, 140], [["预算数", "执行数"], [name[0], "9"]])
            make.words(canvas, x + 4, 160, f"填表人：{name[0]}")

    blocks = read_bytes(make.drawn(draw)).blocks
    assert [block.text if isinstance(block, Paragraph) else block.cells[2].text for block in blocks] == [
        *("甲项目自评表", "甲", "填表人：甲"),
        *("乙项目自评表", "乙", "填表人：乙"),
    ]


def unlined(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Block, ...]:
    """Two forms that no lines frame, each with its title, these labels, and two columns of figures."""

    def draw(canvas: Canvas) -> None:
        for x, name, labels in ((40, "甲项目自评表", left), (330, "乙项目自评表", right)):
            make.words(canvas, x + 60, 60, name)
            for number, row in enumerate(["项目 预算数 执行数", *(f"{label} 9{x} 8{x}" for label in labels)]):
                for place, word in zip((x, x + 90, x + 170), row.split(), strict=True):
                    make.words(canvas, place, 90 + 18 * number, word)
        make.words(
            canvas, 40, 300, "注：以上两表均由财务科填报，数据来自国库集中支付系统，经分管领导审定后报送县财政局备案。"
        )

    return read_bytes(make.drawn(draw)).blocks


def test_forms_without_lines_that_are_alike_are_read_one_after_the_other() -> None:
    labels = ("资金总额", "财政拨款", "其他资金")
    blocks = unlined(labels, labels)
    assert [block.text if isinstance(block, Paragraph) else block.cells[4].text for block in blocks] == [
        *("甲项目自评表", "940", "乙项目自评表", "9330"),
        "注：以上两表均由财务科填报，数据来自国库集中支付系统，经分管领导审定后报送县财政局备案。",
    ]


def test_forms_without_lines_that_cannot_be_told_apart_have_no_rows() -> None:
    blocks = unlined(("资金总额", "财政拨款", "其他资金"), ("培训人次", "购置设备", "办公用品"))
    rows = [block for block in blocks if isinstance(block, Paragraph) and block.is_unparted]
    assert [row.text.split()[0] for row in rows] == ["项目", "资金总额", "财政拨款", "其他资金"]
    assert len(blocks) == 6
