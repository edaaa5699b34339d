"""What is printed of projects: the words for their stages, and the phase in a name."""

import re

from planctl.grammar.cells import UnreadableCell, half_width
from planctl.messages import say
from planctl.values import PrintedStage, Stage

_LEAD = (
    "(?:力争|计划|拟|确保|已|即将|陆续|相继|加快|加速|提速|持续|继续|接续|全面|全力|高标准|大力|深入|扎实|有序|正式|"
    "成功|顺利|如期|基本|主体)*"
)
_STAGES = {
    Stage.PREPARATORY: (
        "(?:推进|开展|做好|完成|重大)*前期(?:论证|工作|研究|准备)*(?:加快|有序)?(?:推进|开展)?|谋划|储备|筹建|筹备|论证"
    ),
    Stage.STARTING: "新?开工(?:建设)?|新建|新开|启动(?:建设|实施)?|动工(?:建设)?|奠基",
    Stage.COMPLETING: (
        "(?:建设)?完工|竣工(?:投产|投用|验收)?|建成(?:投产|投用|投运|通车|使用|运营|启用|开放|并?投入(?:使用|运营))?|"
        "完成(?:建设)?|投产|投用|投运|投入(?:运营|使用|生产)|通车|达产|交付(?:使用)?|开放|试?营业|试?运营|收尾"
    ),
    Stage.CONTINUING: "[续在]建|(?:加快|加速|提速|持续|继续|推进|实施|建设|打造|提质|改造)+",
}
"""The words of each stage, asked in this order."""

_DIGITS = "零一二三四五六七八九"
_PHASE = f"(?<![{_DIGITS}十0-9、])第?([{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}]|[1-9][0-9]?|首)期"
_AROUND = r"[“”\"'‘’·、,\s]|等?(?:项目|工程|建设)$"
_BRACKETS = r"\([^()]*\)"


def parse_stage(text: str) -> PrintedStage:
    """Return the stage that words before or behind a project's name say, with those words.

    `…` stands where the name comes between two words: 推进…建设. Raises `UnreadableCell` for words of no known stage.
    """
    compact = re.sub(r"…|\s", "", half_width(text))
    for stage, words in _STAGES.items():
        if re.fullmatch(f"{_LEAD}(?:{words})(?:项目|工程)?", compact):
            return PrintedStage(text, stage)
    raise UnreadableCell(
        say("'{text}' is not the stage of a project", text=text),
        say("write the words as printed, such as {words}", words=("前期", "新开工", "续建", "竣工", "推进…建设")),
    )


def parse_phase(name: str) -> int | None:
    """Return the phase that a project's name says (六期, 第2期, 首期); `None` where it says none, or several."""
    found = re.findall(_PHASE, half_width(name))
    return _number(found[0]) if len(found) == 1 else None


def bare_name(name: str) -> str:
    """Return a project's name without quotation marks, commas, space and a closing 项目 or 工程."""
    return _without(_AROUND, name)


def core_name(name: str) -> str:
    """Return a project's name also without its phase and what stands in brackets."""
    return _without(f"{_AROUND}|{_PHASE}|{_BRACKETS}", name)


def _without(pattern: str, name: str) -> str:
    left, shorter = "", half_width(name)
    while shorter != left:
        left, shorter = shorter, re.sub(pattern, "", shorter)
    return left


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.replace("首", "一").rpartition("十")
    return 10 * bool(ten) * (_DIGITS.find(tens) or 1) + _DIGITS.find(ones)
