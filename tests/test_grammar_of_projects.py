"""Stages and phases as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.grammar.mentions import mentions_in
from planctl.grammar.projects import STAGES, bare_name, core_name, parse_phase, parse_stage


@pytest.mark.parametrize(
    ("stage", "printed"),
    [
        (
            "preparatory",
            "前期 前期论证 推进前期论证项目 加快推进…前期工作 前期工作加快推进 重大前期项目 谋划 筹建 加快前期",
        ),
        ("preparatory", "待建 签约 成功落地 通过财政部审核 完成国务院申报"),
        ("starting", "新开工 新开工项目 开工建设 力争开工建设 启动建设 启动…建设 新建 动工 三季度开工 拟开工"),
        (
            "continuing",
            "续建 续建项目 在建 加快建设 推进…建设 加快推进 实施 持续实施 加快 提质改造 高标准建设 结转续建",
        ),
        ("continuing", "复工 扩建 续建（含收尾）项目 续建类项目 主体完工"),
        ("completing", "竣工 完工 完工项目 建成 建成投产 建成投用 基本完工 基本建成 全面投用 投入运营 试营业 正式开放"),
        (
            "completing",
            "全部完工 开通运营 已建成 即将竣工 建成通车 竣工验收 投入试运行 收尾 力争年内竣工 年底前建成投用",
        ),
    ],
)
def test_the_words_of_a_stage_are_brought_together_and_kept(stage: str, printed: str) -> None:
    for words in printed.split():
        assert parse_stage(words) == (words, stage)


@pytest.mark.parametrize(
    "words",
    ["", "项目", "工程", "未开工", "停工", "停建", "缓建", "不再建设", "开工率", "建成率95%", "其他项目", "未建成"],
)
def test_other_words_are_no_stage_that_is_known(words: str) -> None:
    assert parse_stage(words) == (words, None)


def test_every_stage_reads_its_own_examples() -> None:
    for stage, words in STAGES.items():
        assert {parse_stage(example).stage for example in words.examples} == {stage}


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("华峰己二酸六期", 6),
        ("山窝场镇及周边区域改造工程（一期）", 1),
        ("龙头港作业区二期工程12#、13#散货泊位及陆域堆场", 2),
        ("某项目第３期", 3),
        ("某项目首期", 1),
        ("某项目十期", 10),
        ("某项目十二期", 12),
        ("某项目二十期", 20),
        ("某项目二十一期", 21),
        ("华峰年产30万吨尼龙66一体化", None),
        ("华峰尼龙66二期", 2),
        ("锂电池II期", 2),
        ("锂电池Ⅲ期", 3),
        ("集锦大道二段", 2),
        ("“长涪汇”城市会客厅首开段", 1),
        ("G351改建工程（一标段）", 1),
        ("武两高速平桥至大顺段", None),
        ("市级重大前期项目", None),
        ("某项目一、二期", None),
        ("某项目一二期", None),
        ("某项目一期及某项目二期", None),
        ("某项目一期、二期", None),
        ("某项目一至三期", None),
        ("某项目1-3期", None),
        ("某项目1—2期", None),
        ("某项目一/二期", None),
        ("某项目一和二期", None),
        ("某项目第一、第二期", None),
        ("某项目一百二十期", None),
    ],
)
def test_a_phase_is_read_from_a_name(name: str, phase: int | None) -> None:
    assert parse_phase(name) == phase


def test_a_name_is_bared_of_what_says_nothing() -> None:
    assert bare_name("“城市大脑”项目") == bare_name("“城市大脑”") == "城市大脑"
    assert bare_name("集绣大道（含污水管网工程）") != bare_name("集绣大道")
    assert core_name("集绣大道（含污水管网工程）") == "集绣大道"
    assert core_name("慧谷湖科创基地一期工程") == "慧谷湖科创基地"


def test_a_separator_between_digits_is_part_of_the_name() -> None:
    assert bare_name("轨道交通1、2号线") != bare_name("轨道交通12号线")
    assert bare_name("3 5号楼") != bare_name("35号楼")
    assert bare_name("工程") == ""


@given(st.text(st.sampled_from("项目工程期段一二十1 2、-（）首第建设“”A"), max_size=12))
def test_any_text_is_a_name(text: str) -> None:
    assert core_name(core_name(text)) == core_name(text)
    assert parse_phase(text) is None or parse_phase(text) in range(100)


@pytest.mark.parametrize(
    ("line", "mentions"),
    [
        ("（一）狠抓项目建设。", []),
        ("一是创新平台加快建设", []),
        (
            "推动徐工产业园、国际陆港二期等12个项目开工建设",
            [("徐工产业园", "推动…开工建设"), ("国际陆港二期", "推动…开工建设")],
        ),
        (
            "确保区第三人民医院、铜山中学新校区年内竣工投用",
            [("区第三人民医院", "年内竣工投用"), ("铜山中学新校区", "年内竣工投用")],
        ),
        ("开展徐连高铁前期工作", [("徐连高铁", "前期工作")]),
        ("华勤轮胎、今麦郎面品三期等18个项目竣工投产", [("华勤轮胎", "竣工投产"), ("今麦郎面品三期", "竣工投产")]),
        ("建成第三中学、人民医院住院楼。", [("第三中学", "建成"), ("人民医院住院楼", "建成")]),
        ("开工建设红沙岗风电场、石羊河蓄水池。", [("红沙岗风电场", "开工建设"), ("石羊河蓄水池", "开工建设")]),
        ("实现新华医院奉贤院区竣工交付。", [("新华医院奉贤院区", "竣工交付")]),
        ("确保星源南海基地（总投资100亿元）年内部分投产。", [("星源南海基地", "年内部分投产")]),
        ("力争上汽二期6月底前竣工投产。", [("上汽二期", "6月底前竣工投产")]),
        ("推动甲枢纽、乙延长线等36个项目开工。", [("甲枢纽", "推动…开工"), ("乙延长线", "推动…开工")]),
    ],
)
def test_what_leads_to_names_or_counts_them_is_no_part_of_them(line: str, mentions: list[tuple[str, str]]) -> None:
    assert [(each.name, each.stage) for each in mentions_in(line)] == mentions
