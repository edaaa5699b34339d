"""The catalogue: indicators that plan reports print across the country, known by their names, and how they succeed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.grammar.names import Subject, name_of_index, parse_subject
from planctl.report.model import Redefinition, Succession
from planctl.values.meanings import Direction, Due
from planctl.values.units import POINT, is_rate, scale

FILE_NAME = "catalogue.yaml"
GROWTH, REDUCTION, SHARE, LEVEL = "growth", "reduction", "share", "level"


class Entry(NamedTuple):
    """An indicator: its id, English name and direction; its family, and the units that it is printed in.

    The family is `growth` or `reduction` for rates of change, `share` for other rates and ratios, `level` for amounts.
    `due` is what of a target is due within the year; `None` where its names leave it open.
    """

    id: str
    name_en: str
    family: str
    units: tuple[str, ...]
    better: Direction = Direction.HIGHER
    due: Due | None = None

    def change_in_points(self) -> "Entry":
        """Return by how many points a rate is to move, which is a series of its own: 城镇化率提高1个百分点."""
        name = f"Change of the {self.name_en[:1].lower()}{self.name_en[1:]}"
        return self._replace(id=f"{self.id}-change", name_en=name, family=GROWTH, units=(POINT,), due=Due.WHOLE)

    def as_index(self) -> "Entry":
        """Return the index that a growth is told by as well, the year before being 100: 居民消费价格指数 103.5."""
        return self._replace(
            id=f"{self.id.removesuffix('-growth')}-index",
            name_en=f"{self.name_en.removeprefix('Growth of ').capitalize()}, index with last year as 100",
            family=LEVEL,
            units=(),
        )


class KnownSuccession(NamedTuple):
    """That one series is known to follow another, how, and, where a ratio became a growth rate, of what it was one."""

    earlier: str
    later: str
    relation: Succession
    change: Redefinition | None = None
    denominator: str | None = None


class KnownProgramme(NamedTuple):
    """A list of projects that is known by its name: its id and its English name."""

    id: str
    name_en: str


class Catalogue:
    """Entries found by the names that are printed of them."""

    def __init__(
        self,
        names: Mapping[str, Sequence[Entry]],
        successions: Sequence[KnownSuccession],
        programmes: Mapping[str, KnownProgramme],
    ) -> None:
        self._names = names
        self._successions = successions
        self._programmes = programmes

    def find(self, name: str, unit: str) -> Entry | None:
        """Return the indicator that a printed name with that unit is of; `None` for none, or where it could be two."""
        found = self._candidates(name, unit)
        return found.pop() if len(found) == 1 else None

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of all that a printed name may be of, in whatever unit: the amount, its growth, its index."""
        known = self._names.get(parse_subject(name_of_index(name, "") or name).key, ())
        return frozenset(each.id for entry in known for each in (entry, entry.change_in_points(), entry.as_index()))

    def better(self, name: str, unit: str) -> Direction | None:
        """Return whether more or less is better of what a name with that unit may be of; `None` where that differs."""
        found = {entry.better for entry in self._candidates(name, unit)}
        return found.pop() if len(found) == 1 else None

    def due(self, name: str, unit: str) -> Due | None:
        """Return what is due within the year of what a name with that unit may be of; `None` where it is not known."""
        found = {entry.due for entry in self._candidates(name, unit)}
        return found.pop() if len(found) == 1 else None

    def _candidates(self, name: str, unit: str) -> set[Entry]:
        if of_index := name_of_index(name, unit):
            known = self._names.get(parse_subject(of_index).key, ())
            return {entry.as_index() for entry in known if entry.family == GROWTH}
        subject = parse_subject(name)
        known = self._names.get(subject.key, ())
        found = {entry for entry in known if _fits(entry, subject, unit)}
        return found or (set() if unit or subject.grows or subject.falls else set(known))

    def programme(self, name: str) -> KnownProgramme | None:
        """Return the list of projects that is known by a printed name."""
        return self._programmes.get(name)

    def follows(self, id: str, before: Collection[str], now: Collection[str]) -> KnownSuccession | None:
        """Return which series of an earlier plan an id of a later one follows, of those that the later has no more."""
        return next(
            (each for each in self._successions if each.later == id and each.earlier in set(before) - set(now)), None
        )


NOTHING_KNOWN = Catalogue({}, (), {})


def keyed(data: Any) -> Any:
    """Return the plain data of a catalogue, as its file has it, with the keys that its names are found by.

    That takes most of the time of reading one.
    """
    indicators = [{**each, "keys": [parse_subject(name).key for name in each["names"]]} for each in data["indicators"]]
    return {**data, "indicators": indicators}


def read_catalogue(data: Any) -> Catalogue:
    """Return the catalogue in plain data that is `keyed`."""
    names: dict[str, list[Entry]] = defaultdict(list)
    for each in data["indicators"]:
        better = Direction(each.get("better", Direction.HIGHER))
        due = Due(each["due"]) if "due" in each else None if each["family"] == LEVEL else Due.WHOLE
        entry = Entry(each["id"], each["name_en"], each["family"], tuple(each["units"]), better, due)
        for key in each["keys"]:
            names[key].append(entry)
    successions = [_succession(each) for each in data["successions"]]
    programmes = {
        name: KnownProgramme(each["id"], each["name_en"]) for each in data["programmes"] for name in each["names"]
    }
    return Catalogue(names, successions, programmes)


def _succession(data: Mapping[str, str]) -> KnownSuccession:
    change = Redefinition(data["change"]) if "change" in data else None
    relation = Succession(data["relation"])
    return KnownSuccession(data["from"], data["to"], relation, change, data.get("denominator"))


def _fits(entry: Entry, subject: Subject, unit: str) -> bool:
    """Return whether an entry is what a name says of change, and is printed in such a unit."""
    if subject.grows or subject.falls:
        return entry.family == (GROWTH if subject.grows else REDUCTION)
    if not unit:
        return entry.family not in (GROWTH, REDUCTION)
    if is_rate(unit):
        return any(map(is_rate, entry.units))
    return scale(unit)[1] in {scale(each)[1] for each in entry.units}
