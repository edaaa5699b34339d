"""Whether words stand whole in a text: at a boundary on either side, and not as a part of a longer name.

A boundary is the end of the text, a sign, a figure, or one of the words below, which stand beside names and are none of
them. Texts are normal (half-width, without white space).
"""

import re
from collections.abc import Iterable, Iterator

from planctl.grammar.documents import BULLETS
from planctl.grammar.figures import AFTER, UNIT
from planctl.grammar.lengths import NAME, STAGE_BESIDE_NAME
from planctl.grammar.lexer import NUMBER
from planctl.grammar.projects import parse_stage

_OPENS = ",。;:、!?\"“‘'《([·"
_CLOSES = ",。;:、!?\"”’'》)]·"
_JOINS = "(?<![总共])和|(?<!普)及|(?<!参)与|以及|(?<!合)并|或|等|项目"
_HOW = (
    "力争|争取|确保|预计|有效|成功|率先|全面|大力|积极|加快|加速|持续|继续|深入|扎实|有序|稳步|努力|共同|统筹|着力|紧急|顺利|圆满|高标准|"
    "高质量|全年|今年|上年|当年|年内|年末|年底|[全我][省市区县州旗盟]|但|各类|各级|各|其中|同时|另有|累计|总计|合计|预期|分别|"
    "平均|已|将|(?<!公)共|约|为|使|由|对|拟|计划"
)
_NEW = "新增|净增|新建|新创|新设立|新发展|新培育|新认定|新引育|新签约|新投放"
"""Words that are a part of what is counted: 新增市场主体 is not 市场主体."""
_DOES = (
    "做好|抓好|推动|推进|推广|推出|实施|组织|开展|完成|建成|建设|改建|扩建|改造|更新|升级|培育|引育|引进|引入|打造|创建|争创|创成|落实|落地|投入|"
    "投放|发放|发行|安排|筹集|支持|帮助|扶持|带动|吸引|集聚|聚集|汇聚|举办|承办|开工|竣工|完工|启动|投产|投用|建立|设立|成立|获批|获评|获得|荣获|入选|"
    "认定|评定|培训|培养|招引|招聘|签约|接待|销售|实现|达到|保持|稳定|控制|安置|救助|资助|惠及|覆盖|整治|治理|修复|处置|化解|消除|清理|"
    "拆除|查处|检查|排查|办理|受理|减免|降低|提高|提升|增加|扩大|拓展|优化|调整|制定|出台|梳理|编制|发布|签订|转移|输送|促进|保障|"
    "出栏|栽植|储存|包括|涉及|属于|名为|取得|谋划|筹建|提质|维修|加固|解决|受益|验收|通过|盘活|出让|征收|兑现|注册|登记|孵化|转化|攻克|立项|"
    "申报|授权|布局|开通|开行|投运|运营|配备|更换|淘汰|关闭|回收|减少|压减|评选|选派|选育|引导|推选|聘用|录用|吸纳|上榜|跻身"
)
_COUNTED = (
    f"(?:{NUMBER})(?:余|多)?(?:{UNIT})(?:{AFTER})?的?|[一二三四五六七八九十]{{1,3}}[是、]|"
    f"(?:^|[。;:])(?:\\(?[0-9]{{1,2}}[.、)]|[—–-]{{1,4}}|[{BULLETS}])"
)
_BEFORE = re.compile(f"(?:{_JOINS}|{_HOW}|{_DOES}|{_NEW}|{_COUNTED})$")
_LEADS = (
    "增长|增加|[增升降][至到]|微[增升降涨]|[迈跨站登跃][上入过]|提高|提升|上升|下降|降低|减少|压减|上涨|回落|扩大|缩小|突破|超|近|约|不低于|不高于|不超|低于|高于|快于|达|实现|完成|"
    "保持|稳定|控制|同比|比上年|较上年|[由从](?=[上去]年|20[0-9]{2}年)|累计|平均|分别|为|较|名列|居|位居|持平|审核通过|在"
)
COST_BEHIND = r"\([^()]{0,40}[0-9](?:万亿|亿|万)?元[^()]{0,40}\)"
"""What a project costs, in brackets behind its name."""
_BEHIND = re.compile(f"(?:{_JOINS}|{_LEADS}|均(?=[增下提上达为比分])|{NUMBER}|{COST_BEHIND})")
_SAID_OF = re.compile(
    "(?:的?(?:增[速幅长]|[涨降]幅|数量|总量|指标|目标|任务|计划)|[两2一二三四五六七八九十]+[项个]|完成|未|没|不|仅|只|偏|仍|受|因|由于|主要|预计|有|出现|呈|实际|名义|"
    "[高低快慢]|负|难|尚|暂|也|则|虽|与|和|及)"
)
"""What may be said of a name right behind it."""
_LENGTHS = range(2, STAGE_BESIDE_NAME + 1)
LONGEST_BEFORE = 24
"""No word that stands before a name is longer, nor a figure with its unit."""


def begins_whole(before: str) -> bool:
    """Return whether a name may begin behind such a text: at its sign, a figure, or a word that is no part of it."""
    if not before or before[-1] in _OPENS or _BEFORE.search(before[-LONGEST_BEFORE:]):
        return True
    return _says_stage(before[-length:] for length in _LENGTHS)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether a name in a text is no part of a longer one: what may be said of it may follow right behind it."""
    behind = text[end : end + LONGEST_BEFORE]
    begins = begins_whole(text[:start]) or text.endswith("的", 0, start)
    return begins and (ends_whole(behind) or bool(_SAID_OF.match(behind)))


def begins_new(before: str) -> bool:
    """Return whether such a text ends in a word that belongs to what is counted behind it, such as 新增."""
    return bool(re.search(f'(?:{_NEW})[“"]?$', before))


def cuts_figure(before: str, behind: str) -> bool:
    """Return whether two texts that stand together are parted within a figure or before its unit."""
    return bool(re.search("[0-9][.,]?[万亿千百]{0,2}$", before) and re.match(f"[0-9.]|{UNIT}|余|多", behind)) or bool(
        re.search(f"(?:{UNIT})$", before[-LONGEST_BEFORE:]) and re.match("以上|以下|以内|左右", behind)
    )


def leads_to_figure(words: str) -> bool:
    """Return whether words between a name and its figure are no part of the name: 同比, 分别, 实现, or another name."""
    return bool(re.fullmatch(f"[“”\"')]?(?:(?:和|及|与).*|(?:{_LEADS}|{_HOW}|均|的)*+)", words))


def ends_whole(behind: str) -> bool:
    """Return whether a name may end before such a text, as `begins_whole` has it; words of a stage may follow."""
    if not behind or behind[0] in _CLOSES or _BEHIND.match(behind):
        return True
    return _says_stage(behind[:length] for length in _LENGTHS)


def _says_stage(texts: Iterable[str]) -> bool:
    return any(parse_stage(text).stage for text in texts)


def is_balanced(words: str) -> bool:
    """Return whether words have all the quotation marks and brackets that they have one of."""
    return all(words.count(opens) == words.count(closes) for opens, closes in ("“”", "()", "《》", "‘’"))


def whole_in(words: str, text: str) -> Iterator[int]:
    """Yield where words stand whole in a text; a line of it is a text of its own."""
    at = text.find(words) if is_balanced(words) else -1
    while words and at >= 0:
        if begins_whole(text[:at]) and ends_whole(text[at + len(words) :]):
            yield at
        at = text.find(words, at + 1)


def runs_in(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that have the signs of some words in their order; none where one is not there.

    They are as long as can be, from the last of them on. Quotation marks and the like are passed over, and what stands
    in brackets in the words may be our own. 城乡 names 城镇 and 农村, and 一、二、三产业 the 第一产业.
    """
    spoken = [words, re.sub(r"\([^()]*\)", "", words)]
    spoken += [re.sub("第(?=[一二三]产业)", "", each) for each in spoken]
    spoken += [re.sub("城镇|农村", "城乡", each) for each in spoken]
    return next((runs for each in spoken if (runs := _runs(re.sub(r"[^\w.%]", "", each), text))), ())


def _runs(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the runs of words that are a subsequence of a text, the last as long as lets the others be found."""
    if not words or len(words) > NAME or not _is_spread(words, text):
        return ()
    for size in range(len(words), 0, -1):
        start = text.rfind(words[-size:])
        if start >= 0 and (size == len(words) or _is_spread(words[:-size], text[:start])):
            return (*_runs(words[:-size], text[:start]), (start, start + size))
    return ()


def _is_spread(words: str, text: str) -> bool:
    signs = iter(text)
    return all(sign in signs for sign in words)
