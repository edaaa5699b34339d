"""What the rows of one file say that they follow: no circle, and no series followed twice unless it was split.

Whether an earlier plan has the series is for `diff.lineage` to say, which sees that plan. Works on the plain data, as
`identities` does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planctl.files.places import Path, PlacedData
from planctl.files.schema.identities import ROW_IDS, found
from planctl.messages.message import Place, Problem, say
from planctl.report.model import Redefinition, Succession

NAME = "follows"


class FollowingRow(NamedTuple):
    """A row that says which series it follows: both ids, where it says so, and whether it shares that series."""

    row: str
    earlier: str
    place: Place
    shared: bool


def succession_problems(document: PlacedData) -> Iterator[Problem]:
    """Yield a problem for each circle, each series followed twice, and each key that does not go with the others."""
    rows: dict[str, Place] = {}
    claims: dict[str, FollowingRow] = {}
    for pattern in ROW_IDS:
        for path, row in found(document.data, pattern[:-1]):
            if not (isinstance(row, dict) and isinstance(id := row.get("id"), str)):
                continue
            rows[id] = document.place((*path, "id"))
            follows = row.get("follows")
            if isinstance(follows, dict) and isinstance(earlier := follows.get("id"), str):
                place = document.place((*path, "follows", "id"))
                claims[id] = FollowingRow(id, earlier, place, follows.get("shared") == "true")
                yield from _keys_apart(follows, document, (*path, "follows"))
    for circle in _circles(claims):
        way = " → ".join((*circle, circle[0]))
        message = say("what '{row}' follows leads back to it: {way}", row=circle[0], way=way)
        yield Problem(claims[circle[0]].place, NAME, message, say("name a series of an earlier plan"))
        for row in circle:
            del claims[row]
    yield from _followed_twice(claims, rows)


def _keys_apart(follows: Mapping[str, object], document: PlacedData, path: Path) -> Iterator[Problem]:
    if follows.get("relation") == Succession.REPLACED and "change" in follows:
        message = say("'change' says how a series was redefined, and this one was replaced")
        yield Problem(document.place((*path, "change")), NAME, message, say("remove 'change', or say 'redefined'"))
    if "denominator" in follows and follows.get("change") != Redefinition.RATIO_TO_GROWTH:
        message = say("'denominator' goes with 'change: ratio-to-growth' alone")
        yield Problem(
            document.place((*path, "denominator")), NAME, message, say("remove it, or say what was redefined")
        )


def _circles(claims: Mapping[str, FollowingRow]) -> list[tuple[str, ...]]:
    circles = []
    seen: set[str] = set()
    for row in claims:
        way: list[str] = []
        while row in claims and row not in seen:
            seen.add(row)
            way.append(row)
            row = claims[row].earlier
        if row in way:
            circles.append(tuple(way[way.index(row) :]))
    return circles


def _followed_twice(claims: Mapping[str, FollowingRow], rows: Mapping[str, Place]) -> Iterator[Problem]:
    """Yield a problem for each row that follows what another row claims, and does not say that it shares it."""
    claimants: dict[str, list[str]] = defaultdict(list)
    for claim in claims.values():
        if not claimants[claim.earlier] and claim.earlier in rows:
            claimants[claim.earlier].append(claim.earlier)
        claimants[claim.earlier].append(claim.row)
    remedy = say("say 'shared: true' in each that follows it if it was split, or name another")
    for claim in claims.values():
        others = [row for row in claimants[claim.earlier][:2] if row != claim.row]
        if claim.shared or not others:
            continue
        other, place = others[0], str(rows[others[0]])
        if other == claim.earlier:
            message = say("'{id}' goes on by itself at {place}", id=other, place=place)
        else:
            message = say("'{other}' follows '{id}' too, at {place}", other=other, id=claim.earlier, place=place)
        yield Problem(claim.place, NAME, message, remedy)
