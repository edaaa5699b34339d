"""The regions of China, known by their code of GB/T 2260 and by the names that reports print of them."""

from collections.abc import Mapping
from functools import cached_property

from planctl.report.kinds import RegionLevel as RegionLevel
from planctl.report.model import Region

FILE_NAME = "regions.tsv"
NATION = "000000"
LONGEST_NAME = 60
"""No region has a longer name with those of the regions that it is in."""
_ENDS = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "盟")
"""What the name of a province or a prefecture may do without, the longest first."""
_PEOPLES = (
    *("蒙古族", "蒙古", "朝鲜族", "土家族", "苗族", "藏族", "羌族", "彝族", "布依族", "侗族", "哈尼族", "壮族", "傣族"),
    *("白族", "景颇族", "傈僳族", "回族", "柯尔克孜", "哈萨克", "维吾尔"),
)
"""Those that a region of self-government is named after, behind its place."""


def level_of(code: str) -> RegionLevel:
    """Return the level that a code has by its digits."""
    return {0: RegionLevel.NATION, 2: RegionLevel.PROVINCE, 4: RegionLevel.PREFECTURE}.get(
        len(_digits(code)), RegionLevel.COUNTY
    )


class Regions:
    """Regions found by code or by name; each is given with its full name, which begins with its province's.

    They are known by their codes: of each its own name, and its English name or an empty one.
    """

    def __init__(self, known: Mapping[str, tuple[str, str]]) -> None:
        self._known = known

    @cached_property
    def _codes(self) -> Mapping[str, list[str]]:
        """The codes by the names of regions, and by the short ones of provinces and prefectures."""
        found: dict[str, list[str]] = {}
        for code, (name, _) in self._known.items():
            found.setdefault(name, []).append(code)
        for level in (RegionLevel.PROVINCE, RegionLevel.PREFECTURE):
            short = {code: _short(name) for code, (name, _) in self._known.items() if level_of(code) is level}
            for code, name in short.items():
                found.setdefault(name, [code])
        return found

    def at(self, code: str) -> Region | None:
        """Return the region that has a code; `None` where none is known to have it."""
        if code not in self._known:
            return None
        return Region(code, self._full_name(code), self._known[code][1])

    def find(self, name: str, within: str = NATION) -> Region | None:
        """Return the region below the one of a code that a name is of; `None` where it is of none, or of several.

        A name is the region's own, or has those of regions that it is in before it, each whole or short: 重庆市涪陵区,
        四川武侯区. What provinces are called in short is never a prefecture: 吉林 is the province.
        """
        found = self.all_of(name, within)
        return self.at(next(iter(found))) if len(found) == 1 else None

    def all_of(self, name: str, within: str = NATION) -> frozenset[str]:
        """Return the codes of all regions below the one of a code that a name may be of."""
        if len(name) > LONGEST_NAME:
            return frozenset()
        return frozenset(self._below(name, within)) or frozenset(
            code
            for end in range(2, len(name) - 1)
            for above in self._below(name[:end], within)
            if above != within
            for code in self.all_of(name[end:], above)
        )

    def above(self, code: str) -> str:
        """Return the code of the region that one is directly in: of a county its prefecture, or the province without.

        What is above the nation, or nowhere known, is the nation.
        """
        higher = (f"{code[:4]}00", f"{code[:2]}0000")
        return next((each for each in higher if each != code and each in self._known), NATION)

    def _below(self, name: str, above: str) -> list[str]:
        digits = _digits(above)
        found = (code for code in self._codes.get(name, ()) if code.startswith(digits))
        return [code for code in found if code != above or above == NATION]

    def _full_name(self, code: str) -> str:
        above = self.above(code)
        return ("" if above == NATION else self._full_name(above)) + self._known[code][0]


def read_regions(content: bytes) -> Regions:
    """Return the regions that a table has: lines of a code, a name and perhaps an English name; # begins a remark."""
    rows = (line.split("\t") for line in content.decode().splitlines() if line and not line.startswith("#"))
    return Regions({code: (name, "".join(english)) for code, name, *english in rows})


def _digits(code: str) -> str:
    """Return what all codes of a region's parts begin with."""
    province, prefecture, county = code[:2], code[2:4], code[4:]
    if county != "00":
        return code
    return province + prefecture if prefecture != "00" else province.replace("00", "")


def _short(name: str) -> str:
    """Return what a province or a prefecture is called in short, of two characters at least; or its name."""
    end = next((each for each in _ENDS if name.endswith(each)), "")
    place = _without(name, end)
    while "自治" in end and (people := next((each for each in _PEOPLES if _without(place, each) != place), "")):
        place = _without(place, people)
    return place


def _without(name: str, end: str) -> str:
    left = name.removesuffix(end)
    return left if len(left) > 1 else name
