import pytest

from ingest.lexicon.titles import can_precede_title, is_complete, is_heading, read_title, split_heading, title_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2023年度项目支出绩效自评表", "form"),
        ("项目支出绩效自评表（2023年度）", "form"),
        ("某县教育局2023年度部门整体支出绩效自评报告", "report"),
        ("2024年度部门整体支出绩效自评情况", "department_text"),
        ("项目支出绩效评价指标体系及打分表", "score_sheet"),
        ("绩效评价问题清单", "issue_list"),
        ("2024年度部门预算绩效目标申报表", "other"),
        ("2024年度绩效运行监控情况表", "other"),
        ("东山县水务局2024年度绩效运行监控报告", "other"),
        ("2024年河道清淤项目绩效监控情况报告", "other"),
        ("2024年河道清淤项目事前绩效评估报告", "other"),
        ("东山县2023年度预算绩效管理工作报告", "other"),
        ("2023年水质监控设备购置项目绩效自评报告", "report"),
        ("2023年水质监控项目自评表", "form"),
        ("2023年度预算绩效管理工作自评报告", "report"),
        ("2.某县教育局2023年度校舍维修项目支出绩效自评表", None),
        ("附件：1.某县教育局校舍维修项目支出绩效自评表", None),
        ("3.报告阶段。根据评价情况出具绩效评价报告。", None),
        ("三、综合评价情况及评价结论（附相关自评表）", None),
        ("二、绩效评价指标评分（参考）", None),
        ("注：评价指标可参考《项目支出绩效评价指标体系框架》设置。", None),
    ],
)
def test_kind_of_a_title(line: str, kind: str | None) -> None:
    assert title_kind(line) == kind


def test_what_a_title_says() -> None:
    title = read_title(["某市水务局关于2022年度市政务服务中心购买岗位人员", "经费项目支出绩效单位自评报告"])
    assert title is not None
    assert (title.year, title.organization, title.project) == (
        2022,
        "某市水务局",
        "市政务服务中心购买岗位人员经费",
    )


def test_a_title_of_the_whole_department_has_no_project() -> None:
    title = read_title(["某县财政局2023年度部门整体支出绩效自评报告"])
    assert title is not None
    assert title.is_department and title.project is None and title.organization == "某县财政局"


@pytest.mark.parametrize("line", ["附件2-3-1", "附件 2:", "附表1", "2024年度项目支出绩效自评表"])
def test_headings(line: str) -> None:
    assert is_heading(line)


def test_a_heading_right_behind_the_last_word() -> None:
    assert split_heading("优附件2-3-2") == ("优", "附件2-3-2")
    assert split_heading("无 某市水务局2022年度河道清淤项目支出绩效自评报告") == (
        "无",
        "某市水务局2022年度河道清淤项目支出绩效自评报告",
    )
    assert split_heading("取得良好效果。东山县水务局2023年度供水项目支出绩效自评报告") == (
        "取得良好效果。",
        "东山县水务局2023年度供水项目支出绩效自评报告",
    )
    assert split_heading("无某县水务局2022年度河道清淤项目支出绩效自评报告") == (
        "无",
        "某县水务局2022年度河道清淤项目支出绩效自评报告",
    )
    assert split_heading("评价指标体系见附件2") is None
    assert split_heading("分析评价。根据评价情况出具绩效评价报告") is None
    assert split_heading("情况如下。详见《2023年度供水项目支出绩效自评报告》") is None


@pytest.mark.parametrize(
    "title",
    [
        "无为市危桥改造项目2022年度绩效自评报告",
        "无锡市梁溪区2023年度河道清淤项目支出绩效自评报告",
        "中共东山县委组织部2023年度人才工作经费绩效自评报告",
        "中山市水务局2022年度河道清淤项目支出绩效自评报告",
        "中宁县2022年度高标准农田项目绩效自评表",
        "优抚对象医疗补助2022年度项目支出绩效自评报告",
        "良庆区2022年度河道清淤项目支出绩效自评报告",
    ],
)
def test_a_name_that_begins_like_a_grade_stays_whole(title: str) -> None:
    assert split_heading(title) is None
    assert split_heading(f"无 {title}") == ("无", title)


@pytest.mark.parametrize(
    "line",
    [
        "无",
        "八、其他需要说明的问题",
        "附件2-1",
        "（三）项目组织管理情况",
        "2022-08-17",
        "第四部分 附件",
        "2022年8月17日",
        "资金到位，按时完成。",
        "发文单位 东山县统计局 发布机构 东山县政府网",
        "网站支持IPv6访问 简体",
    ],
)
def test_lines_that_are_no_first_half_of_a_title(line: str) -> None:
    assert not can_precede_title(line)


@pytest.mark.parametrize(
    ("line", "year", "organization", "project"),
    [
        ("北岸市2023年城乡居民基本养老保险补助项目支出绩效自评报告", 2023, None, "城乡居民基本养老保险补助项目"),
        ("南岭省2023年度中央财政城镇供水补助资金绩效自评报告", 2023, None, "中央财政城镇供水补助资金"),
        ("2022年度北岸市图书馆免费开放项目绩效自评报告", 2022, "北岸市图书馆", "免费开放项目"),
        ("2022年度东山县司法局绩效自评报告", 2022, "东山县司法局", None),
        ("东山县交通运输局关于2022年农村公路养护资金的绩效自评报告", 2022, "东山县交通运输局", "农村公路养护资金"),
        ("关于东山县教育局2023年度校舍维修项目绩效自评情况的报告", 2023, "东山县教育局", "校舍维修项目"),
        ("中共东山县委组织部2023年度人才工作经费绩效自评报告", 2023, "中共东山县委组织部", "人才工作经费"),
        ("西河区堤防管理处2021年度堤防养护项目绩效评价报告", 2021, "西河区堤防管理处", "堤防养护项目"),
        ("2023年东山县大学生村官补助项目绩效自评报告", 2023, None, "东山县大学生村官补助项目"),
        ("东山县应急管理局自然灾害救助资金2022年度绩效自评报告", 2022, "东山县应急管理局", "自然灾害救助资金"),
        ("青田镇2021年度农村人居环境整治项目绩效自评报告", 2021, None, "农村人居环境整治项目"),
        ("东山县乡村公路2022年度养护项目绩效自评报告", 2022, None, "东山县乡村公路养护项目"),
        ("东山县住建局2023年供水项目重点绩效评价报告", 2023, "东山县住建局", "供水项目"),
        ("东山县住建局2023年供水项目财政重点绩效评价报告", 2023, "东山县住建局", "供水项目"),
        ("北岸市2022年度供水项目财政重点评价报告", 2022, None, "供水项目"),
        ("北岸市2023年度重点民生项目绩效评价报告", 2023, None, "重点民生项目"),
        ("2021年度本科生奖助学金项目自评结果", 2021, None, "本科生奖助学金项目"),
        ("东山县教育局2021年校舍维修资金绩效自评结果", 2021, "东山县教育局", "校舍维修资金"),
        ("2021年度供水项目支出绩效再评价报告", 2021, None, "供水项目"),
        ("东山县农业农村局2021年度轮作项目支出绩效自我评价报告", 2021, "东山县农业农村局", "轮作项目"),
        ("东山县2021年优抚经费绩效跟踪评价报告", 2021, None, "优抚经费"),
        ("2022年养老保险补助资金事后绩效评价报告", 2022, None, "养老保险补助资金"),
        ("2022年供水项目中期绩效评价报告", 2022, None, "供水项目"),
        ("2022年供水项目成本绩效评价报告", 2022, None, "供水项目"),
        ("2022年供水项目自查自评报告", 2022, None, "供水项目"),
        ("2022年供水项目资金使用绩效报告", 2022, None, "供水项目资金"),
        ("2022年供水资金使用情况自评报告", 2022, None, "供水资金"),
        ("2022年供水项目自我评价报告", 2022, None, "供水项目"),
        ("2022年供水项目自评价报告", 2022, None, "供水项目"),
        ("2022年供水项目绩效考评报告", 2022, None, "供水项目"),
        ("2022年供水项目评价报告", 2022, None, "供水项目"),
        ("2022年供水项目重点评价报告", 2022, None, "供水项目"),
        ("东山县供水成本监审项目绩效评价报告", None, None, "东山县供水成本监审项目"),
        ("2022年供水项目支出后评价报告", 2022, None, "供水项目"),
        ("2022年供水项目自评表", 2022, None, "供水项目"),
        ("东山县白杨小学2021项目资金绩效自评报告", 2021, "东山县白杨小学", None),
        ("东山县白杨小学2021校舍维修项目绩效自评报告", 2021, "东山县白杨小学", "校舍维修项目"),
        ("东山县水务局2022年2035规划编制项目绩效自评报告", 2022, "东山县水务局", "2035规划编制项目"),
        ("关于2020—2022年度东山县供水资金的绩效评价报告", 2022, None, "东山县供水资金"),
        ("2022年供水补助资金区域绩效目标自评表", 2022, None, "供水补助资金"),
        ("2022年中央对地方专项转移支付区域绩效目标自评表", 2022, None, None),
        ("2022年项目自评表", 2022, None, None),
        ("2022年部门决算绩效自评报告", 2022, None, None),
        ("2022年部门决算中项目绩效自评结果", 2022, None, None),
        ("2022年度绩效目标自评报告", 2022, None, None),
        ("2022年度转移支付绩效自评报告", 2022, None, None),
        ("2022年度区域绩效自评报告", 2022, None, None),
        ("东山县财政局2022年度预算执行情况绩效自评报告", 2022, "东山县财政局", None),
        ("东山县消防救援大队2024年度部门预算执行情况绩效自评报告", 2024, "东山县消防救援大队", None),
        ("2022年度中央对地方转移支付预算执行绩效自评报告", 2022, None, None),
        ("青田镇关于农村改厕建设项目的绩效自评报告", None, "青田镇", "农村改厕建设项目"),
        ("东山县委党校2023年度专项支出绩效评价报告", 2023, "东山县委党校", None),
        ("东山县委党校2023年度禁毒专项支出绩效评价报告", 2023, "东山县委党校", "禁毒专项"),
        ("中央转移支付东山县全民健身中心项目绩效自评表", None, None, "中央转移支付东山县全民健身中心项目"),
        ("2022年度区域农技推广项目绩效自评报告", 2022, None, "区域农技推广项目"),
        ("【绩效公开】供水项目支出绩效自评报告", None, None, "供水项目"),
        ("标题：供水项目支出绩效自评报告", None, None, "供水项目"),
        ("概述：东山县水务局2022年供水项目绩效自评报告", 2022, "东山县水务局", "供水项目"),
        ("东山县水务局：供水项目支出绩效自评报告", None, "东山县水务局", "供水项目"),
        ("北岸市财政支出项目绩效自评报告（西河区雨污分流管网改造项目）", None, None, "西河区雨污分流管网改造项目"),
        ("推进县级公立医院改革项目绩效自评报告", None, None, "推进县级公立医院改革项目"),
        ("完善学校体育设施项目绩效自评报告", None, None, "完善学校体育设施项目"),
        ("东山县2020-2022年度高标准农田建设资金绩效评价报告", 2022, None, "高标准农田建设资金"),
        ("东山县住建局2020年至2022年供水项目绩效评价报告", 2022, "东山县住建局", "供水项目"),
        ("部门（单位）整体绩效自评表", None, None, None),
        ("预算部门(单位)项目支出绩效自评表", None, None, None),
        ("东山县项目支出绩效自评表", None, None, None),
        ("北岸市市级项目支出绩效自评表（2022年度）", 2022, None, None),
        ("南岭省北岸市东山县县本级部门预算项目支出绩效自评表", None, None, None),
        ("特色小镇项目支出绩效自评表", None, None, "特色小镇项目"),
        ("工业园区项目支出绩效自评表", None, None, "工业园区项目"),
        ("北岸市西河区部门预算项目支出绩效自评表", None, None, None),
        *(
            (f"{name}项目支出绩效自评表", None, None, f"{name}项目")
            for name in (
                "电子商务示范县",
                "图书下乡",
                "海绵城市",
                "自然保护区",
                "东山县湿地保护区",
                "产业联盟",
                "企业上市",
            )
        ),
    ],
)
def test_places_units_and_projects_of_titles(
    line: str, year: int | None, organization: str | None, project: str | None
) -> None:
    title = read_title([line])
    assert title is not None
    assert (title.year, title.organization, title.project) == (year, organization, project)


def test_a_web_page_labels_its_title() -> None:
    title = read_title(["标题：2022年度供水项目绩效自评报告"])
    assert title is not None
    assert title.text == "2022年度供水项目绩效自评报告"


def test_the_name_of_the_file_above_a_title_names_but_is_not_printed() -> None:
    title = read_title(["东山县水务局2022年度供水管护项目自评表.xlsx", "东山县预算支出项目绩效目标自评表"])
    assert title is not None
    assert (title.organization, title.year, title.project) == ("东山县水务局", 2022, "供水管护项目")
    assert title.text == "东山县预算支出项目绩效目标自评表"


@pytest.mark.parametrize("line", ["2023年度农机购置补贴项目绩效自评情况", "东山县2022年预算绩效自评工作总结"])
def test_other_names_of_a_report(line: str) -> None:
    assert title_kind(line) == "report"


def test_a_signature_line_is_no_half_of_a_title() -> None:
    assert not can_precede_title("填报人：经办　　联系电话：另册")
    assert can_precede_title("某县教育局2024年度校舍维修项目")


def test_an_attachment_mark_is_no_part_of_a_name() -> None:
    title = read_title(["附件1 东山县教育局2024年度校舍维修项目绩效评价评分表"])
    assert title is not None
    assert (title.organization, title.project) == ("东山县教育局", "校舍维修项目")


@pytest.mark.parametrize(
    "name",
    [
        "东山县特色小镇建设项目",
        "东山县重点镇建设项目",
        "东山县集镇改造项目",
        "东山县街道亮化项目",
        "东山县水乡旅游项目",
        "东山县局域网建设项目",
        "东山县集团化办学项目",
    ],
)
def test_a_kind_of_place_or_thing_is_no_unit(name: str) -> None:
    title = read_title([f"2022年{name}支出绩效自评报告"])
    assert title is not None and (title.organization, title.project) == (None, name)


@pytest.mark.parametrize("unit", ["东山县城关镇", "江城市东区街道", "东山县河西乡"])
def test_a_town_by_its_own_name_is_a_unit(unit: str) -> None:
    title = read_title([f"2022年{unit}污水处理项目支出绩效自评报告"])
    assert title is not None and (title.organization, title.project) == (unit, "污水处理项目")


@pytest.mark.parametrize(
    "name",
    [
        "东山县养老服务中心建设项目",
        "养老服务中心建设项目",
        "东山县文化馆改造项目",
        "公立医院补助资金",
        "东山县公立医院综合改革补助资金",
        "东山县中小学校舍改造项目",
        "中小学建设项目",
        "东山县乡镇卫生院改造项目",
        "东山县白杨小学改造项目",
        "东山县人民医院改扩建工程",
        "东山县第一幼儿园新建项目",
    ],
)
def test_what_a_project_builds_or_pays_for_is_no_unit(name: str) -> None:
    for text in (f"2022年{name}绩效自评报告", f"{name}2022年支出绩效自评报告", f"{name}支出绩效自评报告"):
        title = read_title([text])
        assert title is not None and (title.organization, title.project) == (None, name)


@pytest.mark.parametrize(
    ("text", "unit", "name"),
    [
        ("东山县养老服务中心2022年建设项目绩效自评报告", "东山县养老服务中心", "建设项目"),
        ("东山县文化馆关于改造项目的绩效自评报告", "东山县文化馆", "改造项目"),
        ("东山县文化馆免费开放补助资金绩效自评报告", "东山县文化馆", "免费开放补助资金"),
        ("东山县民政局养老服务中心建设项目绩效自评报告", "东山县民政局", "养老服务中心建设项目"),
        ("东山县白杨小学2022年改造项目绩效自评报告", "东山县白杨小学", "改造项目"),
        ("东山县白杨小学运动场改造项目绩效自评报告", "东山县白杨小学", "运动场改造项目"),
        ("东山县人民医院设备采购项目绩效自评报告", "东山县人民医院", "设备采购项目"),
        ("东山县交通局补助资金绩效自评报告", "东山县交通局", "补助资金"),
    ],
)
def test_a_unit_and_what_it_builds(text: str, unit: str, name: str) -> None:
    title = read_title([text])
    assert title is not None and (title.organization, title.project) == (unit, name)


@pytest.mark.parametrize("place", ["东山县特色小镇", "东山县智慧园区", "东山县滨河社区"])
def test_a_kind_of_place_before_the_year_is_half_of_the_name(place: str) -> None:
    title = read_title([f"{place}2022年建设项目绩效自评报告"])
    assert title is not None and (title.organization, title.project) == (None, f"{place}建设项目")


def test_a_real_place_before_the_year_is_no_part_of_the_name() -> None:
    for place in ("东山县城关镇", "江城市东城区", "江城市高新区"):
        title = read_title([f"{place}2022年建设项目绩效自评报告"])
        assert title is not None and title.project == "建设项目"


def test_a_title_with_the_place_of_what_is_built_is_complete() -> None:
    assert is_complete("东山县文化馆改造项目绩效自评报告")


@pytest.mark.parametrize(
    ("title", "organization", "project"),
    [
        (
            "青禾市云岭区应急局（洪涝灾害救灾补助）转移支付2022年度绩效自评报告",
            "青禾市云岭区应急局",
            "洪涝灾害救灾补助",
        ),
        ("云岭区残联中央转移支付2023年度绩效自评报告（残疾人康复补助资金）", "云岭区残联", "残疾人康复补助资金"),
        ("云岭区中央转移支付2023年度绩效自评报告（农田建设补助资金）", None, "农田建设补助资金"),
        ("2022年塘坝整治项目（二期资金）绩效自评报告", None, "塘坝整治项目（二期资金）"),
        ("青禾县水利局2022年度项目绩效自评报告（塘坝整治资金）", "青禾县水利局", "塘坝整治资金"),
        ("青禾县水利局2022年度项目绩效自评报告（财政专项资金）", "青禾县水利局", None),
        (
            "青禾县图书馆2022年度项目支出绩效自评报告（文化馆（站）免费开放补助经费）",
            "青禾县图书馆",
            "文化馆（站）免费开放补助经费",
        ),
        ("青禾县图书馆2022年度项目支出绩效自评报告（公共文化补助资金", "青禾县图书馆", "公共文化补助资金"),
        ("青禾县水利局2022年度整体支出绩效自评报告（含项目资金）", "青禾县水利局", None),
        ("关于上报2023年1-4级残疾军人护理费支出绩效自评的报告", None, "1-4级残疾军人护理费"),
    ],
)
def test_titles_that_name_their_funds_in_brackets_or_are_sent(
    title: str, organization: str | None, project: str | None
) -> None:
    read = read_title([title])
    assert read is not None
    assert (read.organization, read.project) == (organization, project)


def test_lines_above_a_title() -> None:
    assert can_precede_title("关于上报2023年1-4级残疾军人护理费项目")
    assert not can_precede_title("青退军发〔2024〕6号")
    assert not can_precede_title("发布于2023年4月5日")


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("东山县水务局2024年度部门预算执行情况绩效自评整改报告", None),
        ("东山县民宗局民族工作专项资金（2021-2023年度）绩效评价报告", "民族工作专项资金"),
        ("东山县水务局2023年渠道工程项目绩效自评报告", "渠道工程项目"),
    ],
)
def test_what_is_left_for_the_project(text: str, project: str | None) -> None:
    title = read_title([text])
    assert title is not None
    assert title.project == project
