"""Which programmes are said to overlap: none with itself, none twice with the same one, and within a part that it has.

Works on the plain data, as `identities` does.
"""

from collections.abc import Iterator

from planctl.files.places import Data, Path, PlacedData
from planctl.files.schema.identities import found
from planctl.messages.message import Problem, say
from planctl.messages.suggestions import Suggestions

NAME = "overlap"
PARTS: Path = ("breakdowns", "*", "items", "*", "name")


def overlap_problems(document: PlacedData) -> Iterator[Problem]:
    """Yield a problem for each overlap that cannot be meant."""
    programmes = list(found(document.data, ("programmes", "*")))
    named = {id: programme for _, programme in programmes for _, id in found(programme, ("id",)) if isinstance(id, str)}
    for path, programme in programmes:
        seen: set[str] = set()
        for at, id in found(programme, ("overlaps", "*", "id"), path):
            if not isinstance(id, str) or id not in named:
                continue
            if isinstance(programme, dict) and programme.get("id") == id:
                message = say("'{id}' is said to overlap with itself", id=id)
                yield Problem(document.place(at), NAME, message, say("name the other programme"))
            elif id in seen:
                message = say("an overlap with '{id}' was already given", id=id)
                remedy = say("say it once, and leave 'within' out where it is in several parts")
                yield Problem(document.place(at), NAME, message, remedy)
            seen.add(id)
        yield from _parts(document, programme, path, named)


def _parts(document: PlacedData, programme: Data, path: Path, named: dict[str, Data]) -> Iterator[Problem]:
    for at, overlap in found(programme, ("overlaps", "*"), path):
        if not isinstance(overlap, dict):
            continue
        id, within = overlap.get("id"), overlap.get("within")
        if not (isinstance(id, str) and isinstance(within, str) and id in named):
            continue
        parts = [name for _, name in found(named[id], PARTS) if isinstance(name, str)]
        if within not in parts:
            near = Suggestions(parts).near(within)
            message = say("'{id}' has no part '{within}'", id=id, within=within)
            remedy = say("did you mean {near}?", near=near) if near else say("name a part as it is printed there")
            yield Problem(document.place((*at, "within")), NAME, message, remedy)
