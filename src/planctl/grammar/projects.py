"""What is printed of projects: the words for their stages, and the phase in a name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planctl.grammar.figures import DIGITS, UNIT, parse_count
from planctl.grammar.lengths import NAME, STAGE
from planctl.grammar.text import half_width
from planctl.values.meanings import PrintedStage, Stage

_WHEN = "年内|年底前?|年中|上半年|下半年|[一二三四]季度|[0-9]{1,2}月(?:底|份)?前?|今年|本年|全年"
_HOW = (
    "重点|力争|争取|确保|力促|促进|已|陆续|相继|按期|如期|尽快|加快|加速|提速|抓紧|加紧|持续|继续|接续|全面|全部|全线|全力|集中|"
    "高标准|高质量|大力|深入|扎实|有序|稳步|积极|统筹|正在|正式|成功|顺利|基本|实现|结转|跨年|计划内|部分|并|和|及"
)
_MEANT = "计划|拟|即将|将"
_LEAD = f"(?:{_WHEN}|{_HOW})*"


class Words(NamedTuple):
    """The words that say a stage: a pattern of them, and how they look."""

    pattern: str
    examples: tuple[str, ...]


STAGES: dict[Stage, Words] = {
    Stage.PREPARATORY: Words(
        "(?:推进|推动|开展|做好|抓好|完成|重大|谋划|启动|深化|加快)*前期(?:论证|工作|研究|准备|手续|储备)*"
        "(?:加快|有序)?(?:推进|开展)?|(?:谋划|储备|规划)+(?:建设)?|筹建|筹备|论证|待建|签约|落地|立项|"
        "(?:通过|完成)[^0-9]{0,8}(?:审核|审批|申报|评审|核准)",
        ("前期论证", "推进…前期工作", "谋划", "筹建", "待建", "签约", "落地", "完成…审批"),
    ),
    Stage.STARTING: Words(
        f"(?:{_MEANT}|推动|推进)*(?:新?开工(?:建设)?|动工(?:建设|兴建)?|破土动工|开建)|新建|新开|"
        "启动(?:建设|实施|改造)?|奠基|破土|开工在即",
        ("新开工", "开工建设", "新建", "启动…建设", "动工"),
    ),
    Stage.COMPLETING: Words(
        f"(?:{_MEANT}|推动|推进)*(?:(?:建设)?完工(?:投用)?|竣工(?:投产|投用|验收|交付)?|收尾(?:阶段)?|进入收尾(?:阶段)?|"
        "建成(?:并)?(?:投产|投用|投运|通车|使用|运营|启用|开放|开通|达产|投入(?:使用|运营))?|"
        "完成(?:建设|改造|竣工验收)?|通过竣工验收|投产(?:达效)?|投用|投运|投入(?:运营|使用|生产|试?运行|试运营)|通车|贯通|达产|"
        "并网(?:发电)?|交付(?:使用)?|开放|开通(?:运营)?|开业|开园|启用|试?营业|试?运营|试?运行|验收)",
        ("完工", "竣工", "建成投产", "完成", "投用", "投入运营", "通车", "交付", "收尾"),
    ),
    Stage.CONTINUING: Words(
        "[续在]建|复工|主体(?:结构)?(?:完工|竣工|建成|封顶)|封顶|"
        "(?:加快|加速|提速|持续|继续|推进|推动|实施|建设|施工|打造|提质|提升|升级|改造|扩建|改扩建)+",
        ("续建", "在建", "加快建设", "推进…建设", "实施", "扩建", "主体完工"),
    ),
}
"""The words of each stage, asked in this order. 停工 and 缓建 are none of them, nor is what is only meant (拟实施)."""

_NUMERAL = f"(?:[{DIGITS[1:]}]?十[{DIGITS[1:]}]?|[{DIGITS[1:]}])"
_ROMAN = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V"}
_KIND = "(?:期|标段|标|段)"
_PHASE = (
    f"(?:(?<![{DIGITS}十百])(?:第?({_NUMERAL})|首开?)|(?<![0-9.])第?([1-9][0-9]?)|(?<![A-Z])(III|II|IV|I|V)){_KIND}"
)
_ANY = f"第?(?:{_NUMERAL}|[1-9][0-9]?|III|II|IV|I|V)"
_SEVERAL = f"{_ANY}{_KIND}?(?:[、,至到和及与/~–-]|—+|及其?|以及){_ANY}{_KIND}"
_AROUND = r"[“”\"'‘’]|(?<![0-9])[·、,\s]|[·、,\s](?![0-9])|等?(?:项目|工程|建设)$"
_BRACKETS = r"\([^()]*\)"


@lru_cache(maxsize=4096)
def parse_stage(text: str) -> PrintedStage:
    """Return the stage that words before or behind a project's name say, with those words.

    `…` stands where the name comes between two words: 推进…建设. What stands in brackets is passed over.
    """
    compact = re.sub(rf"…|\s|{_BRACKETS}", "", half_width(text))
    for stage, words in STAGES.items() if len(compact) <= STAGE else ():
        if re.fullmatch(f"{_LEAD}(?:{words.pattern})(?:等?(?:类|的)?(?:项目|工程))?", compact):
            return PrintedStage(text, stage)
    return PrintedStage(text, None)


def is_place(name: str) -> bool:
    """Return whether projects are named for a place: 高新区(含马鞍街道)建设项目, and not 交通项目."""
    plain = re.sub(_BRACKETS, "", half_width(name))
    return bool(re.search("(?:区|镇|乡|县|(?<!城)市|城|街道|片区|组团|园|新城|岛|村)(?:建设)?(?:项目|工程)?$", plain))


def is_other(name: str) -> bool:
    """Return whether a name is that of all the rest: 其他类项目."""
    return half_width(name).startswith(("其他", "其它"))


def is_works(stage: str) -> bool:
    """Return whether words for a stage are said of a works that is begun, built or done, and hardly of a policy."""
    return bool(re.search("开工|开建|建成|竣工|完工|投用|投产|投运|通车|交付|运营|(?:加快|启动)建设", stage))


class NameWords(NamedTuple):
    """Words of a project's name: whose it is, what it makes, and how much; empty where the name does not say it."""

    company: str
    product: str
    capacity: str

    def not_whole_in(self, name: str, region: str) -> Iterator[str]:
        """Yield which of them do not stand in a name as such words do, all of them normal.

        A company begins it, behind its place at most; a capacity has its whole figure; a product follows one of both.
        """
        for key, word in self._asdict().items():
            before, found, behind = name.partition(word) if word else (name, "", "")
            is_whole = found and not _parts_sign(word, behind)
            if word and not (is_whole and self._follows(key, word, before, behind, region)):
                yield key

    def _follows(self, key: str, word: str, before: str, behind: str, region: str) -> bool:
        if key == "company":
            return region.startswith(before)
        if key == "capacity":
            begins = bool(re.match("[0-9年日月]", word)) and not re.search("[0-9.,年]$|年产$", before)
            return begins and not re.match(f"[0-9./]|(?![A-Za-z])(?:{UNIT})", behind)
        if word in self.capacity:
            return bool(re.search(f"(?:{UNIT})$", self.capacity[: self.capacity.index(word)]))
        measured = not self.capacity and bool(re.search("[0-9][^0-9]{1,2}$", before))
        return measured or not before or before.endswith(tuple(filter(None, (self.company, self.capacity))))


def _parts_sign(word: str, behind: str) -> bool:
    """Return whether a word is parted from what stands beside it within a foreign word or a number."""
    return bool(re.match("[A-Za-z0-9]{2}", word[-1:] + behind[:1]))


def parse_phase(name: str) -> int | None:
    """Return the phase or section that a project's name says (六期, 第2期, 首期, 一标段, 二段).

    `None` where it says none, or several (一、二期, 1-3期).
    """
    plain = _plain(name)
    found = [] if re.search(_SEVERAL, plain) else [next(filter(None, each), "一") for each in re.findall(_PHASE, plain)]
    return _number(found[0]) if len(found) == 1 else None


def bare_name(name: str) -> str:
    """Return a project's name without quotation marks, separators and a closing 项目, 工程 or 建设.

    Separators between digits stay, for 1、2号线 is not 12号线.
    """
    return _without(_AROUND, name)


def core_name(name: str) -> str:
    """Return a project's name also without its phase and what stands in brackets."""
    return _without(f"{_SEVERAL}|{_AROUND}|{_PHASE}|{_BRACKETS}", name)


def bracketed(name: str) -> tuple[str, ...]:
    """Return what stands in brackets in a project's name."""
    return tuple(re.findall(_BRACKETS, half_width(name)))


def _without(pattern: str, name: str) -> str:
    left, shorter = "", _plain(name)
    while shorter != left and len(name) <= NAME:
        left, shorter = shorter, re.sub(pattern, "", shorter)
    return left


def _plain(name: str) -> str:
    return "".join(_ROMAN.get(sign, sign) for sign in half_width(name))


def _number(text: str) -> int:
    romans = list(_ROMAN.values())
    return romans.index(text) + 1 if text in romans else parse_count(text)
