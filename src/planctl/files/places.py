"""YAML read as plain text, and beside it where each value stands.

A file is a mapping of texts, lists and mappings. YAML's guesses are off: `no`, `12:30`, `0123` and `1.10` stay what
was typed. What a transcript has no use for (aliases, tags, several documents, a key given twice) is refused with its
place, and so is what could hang a reader (great size, great depth).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import yaml

from planctl.files.loading import MOST_BYTES
from planctl.files.slips import slip_near
from planctl.messages.message import Message, Place, Problem, Unreadable, say
from planctl.values.characters import code_point, first_harmful

Path = tuple[str | int, ...]
Data = str | list["Data"] | dict[str, "Data"]

MOST_LEVELS = 20

_LOADER: type = getattr(yaml, "CLoader", yaml.SafeLoader)


class PlacedData(NamedTuple):
    """A file's data, the (line, column) of each value and key in it, and the faults that did not stop the reading."""

    file: str
    data: Data
    marks: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]
    problems: tuple[Problem, ...]

    def place(self, path: Path) -> Place:
        """Return where `path` stands, or its nearest ancestor that does: a key that is missing has no place."""
        while path and path not in self.marks:
            path = path[:-1]
        return Place(self.file, *self.marks.get(path, (1, 1)))

    def place_of_key(self, path: Path) -> Place:
        """Return where the last key of `path` stands."""
        return Place(self.file, *self.keys[path])


def parse_yaml(content: bytes, file: str) -> PlacedData:
    """Return the document that `content` holds; `file` is the name to give in places.

    Raises `Unreadable` where nothing can be made of it: not UTF-8, not YAML, too large, too deep, or empty.
    """
    if len(content) > MOST_BYTES:
        _stop(
            Place(file),
            "too-large",
            say("the file has more than {most} bytes", most=MOST_BYTES),
            say("a transcript is far smaller; was another file meant?"),
        )
    reading = _Reading(file, _decode(content, file))
    data = reading.document()
    return PlacedData(file, data, reading.marks, reading.keys, tuple(reading.problems))


def _decode(content: bytes, file: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = content[: fault.start].decode("utf-8", "replace")
        _stop(
            _place_after(before, file),
            "encoding",
            say("byte {byte} is not UTF-8", byte=f"0x{content[fault.start]:02x}"),
            say("save the file as UTF-8"),
        )
    for number, line in enumerate(text.split("\n"), 1):
        at = first_harmful(line.removesuffix("\r"), "\t")
        if at is not None:
            _stop(
                Place(file, number, at + 1),
                "encoding",
                say("the character {character} cannot be printed", character=code_point(line[at])),
                say("remove it"),
            )
    return text


def _place_after(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _stop(place: Place, name: str, message: Message, remedy: Message) -> NoReturn:
    raise Unreadable((Problem(place, name, message, remedy),))


FAULTS = {
    "found unexpected end of stream": say("a quotation mark is opened and never closed"),
    "mapping values are not allowed in this context": say("a key stands where there can be none; put text in quotes"),
    "did not find expected key": say("a key was to come here; look at the indentation"),
    "did not find expected '-' indicator": say("an entry with - was to come here; look at the indentation"),
    "did not find expected ',' or '}'": say("a comma or a closing bracket is missing"),
    "did not find expected ',' or ']'": say("a comma or a closing bracket is missing"),
    "could not find expected ':'": say("the colon behind a key is missing"),
    "found character that cannot start any token": say("a value cannot begin with this sign; put text in quotes"),
}
"""What the reader of YAML says, in words of ours; what is not among them is told as it says it."""


BLOCK_SIGNS = (">", "|")
"""What begins a text over several lines in YAML, and a target in a cell."""


def _why(fault: yaml.MarkedYAMLError, line: str) -> Message:
    """Return what is wrong; `line` is the one that the reader of YAML got stuck in."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return say("the line is indented by a tab, and YAML takes blanks alone")
    value = line.partition(": ")[2].strip()
    if value.startswith(BLOCK_SIGNS):
        return say(
            "'{value}' stands without quotes, and {sign} begins a text of several lines", value=value, sign=value[0]
        )
    said = " ".join(filter(None, (fault.context, fault.problem)))
    return FAULTS.get(fault.problem or "") or say("{fault}", fault=said)


class _Reading:
    """One pass over the event stream, which keeps line and column and builds no object that is thrown away."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.has_escapes = "\\" in text
        self.marks: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self) -> Data:
        events = self._events()
        next(events)
        if not isinstance(next(events), yaml.DocumentStartEvent):
            _stop(
                Place(self.file, 1, 1),
                "syntax",
                say("the file is empty"),
                say("see docs/data.md for a start"),
            )
        data = self._node(next(events), events, ())
        next(events)
        following = next(events)
        if isinstance(following, yaml.DocumentStartEvent):
            self._refuse(
                following,
                "several-documents",
                say("a second document starts"),
                say("keep one report in a file, and remove '---'"),
            )
        return data

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as fault:
            stuck = fault.problem_mark or fault.context_mark
            if stuck and "nesting depth" in (fault.problem or ""):  # newer libyaml looks ahead, and has a limit too
                self._too_deep(stuck.line + 1, stuck.column + 1)
            begun = fault.context_mark if "quoted scalar" in (fault.context or "") else stuck
            number = stuck.line + 1 if stuck else 1
            if slip := slip_near(self.text.split("\n"), number):
                _stop(Place(self.file, slip.line, slip.column), "syntax", slip.message, slip.remedy)
            why = _why(fault, self._line(number))
            _stop(
                Place(self.file, begun.line + 1, begun.column + 1) if begun else Place(self.file, 1, 1),
                "syntax",
                say("this is not YAML: {fault} (line {line})", fault=why, line=number),
                say("check quotes, colons and indentation; what comes after it was not read"),
            )
        except yaml.YAMLError as fault:
            message = say("this is not YAML: {fault}", fault=str(fault))
            _stop(Place(self.file, 1, 1), "syntax", message, say("save it as YAML"))

    def _node(self, event: Any, events: Iterator[Any], path: Path) -> Data:
        mark = event.start_mark
        self.marks[path] = (mark.line + 1, mark.column + 1)
        if type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            return self._text(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", say("an alias stands for text elsewhere"), say("write the text itself"))
            return ""
        if event.tag is not None:
            self._refuse(event, "tag", say("the tag {tag} is not read", tag=event.tag), say("remove it; all is text"))
        elif event.anchor is not None:
            self._refuse(event, "alias", say("the anchor &{name} has no use", name=event.anchor), say("remove it"))
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if len(path) >= MOST_LEVELS:
            self._too_deep(*self.marks[path])
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _line(self, number: int) -> str:
        """Return a line of the file, by its number from 1; empty behind the last."""
        return "".join(self.text.split("\n")[number - 1 : number]).rstrip("\r")

    def _text(self, event: Any) -> str:
        text = str(event.value)
        if text and text.isprintable() and not self.has_escapes:
            return text
        if not text and event.style in BLOCK_SIGNS:
            written = self._line(event.start_mark.line + 1)[event.start_mark.column :].strip()
            self._refuse(
                event,
                "unquoted",
                say(
                    "'{value}' stands without quotes, and {sign} begins a text of several lines",
                    value=written,
                    sign=event.style,
                ),
                say("put it in quotes: {quoted}", quoted=f'"{written}"'),
            )
            return text
        if not text and event.style not in ("'", '"'):
            self._refuse(
                event,
                "empty-value",
                say("nothing is written here"),
                say("write '\"\"' for a blank cell; text after # is a comment unless it stands in quotes"),
            )
        elif (at := first_harmful(text)) is not None:
            self._refuse(
                event,
                "control-character",
                say("the text has the character {character}", character=code_point(text[at])),
                say("write it on one line, without it"),
            )
        return text

    def _sequence(self, events: Iterator[Any], path: Path) -> Data:
        items: list[Data] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> Data:
        entries: dict[str, Data] = {}
        aside = (*path, "?")
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, aside)
            mark = self.marks[aside]
            if not isinstance(key, str):
                self._refuse(event, "key", say("a list or mapping is used as a key"), say("write a word before ':'"))
                self._node(next(events), events, aside)
            elif key in entries:
                first = Place(self.file, *self.keys[*path, key])
                self._refuse(
                    event,
                    "duplicate-key",
                    say("'{key}' was already given at {place}", key=key, place=str(first)),
                    say("keep one of the two"),
                )
                self._node(next(events), events, aside)
            else:
                self.keys[*path, key] = mark
                entries[key] = self._node(next(events), events, (*path, key))
        return entries

    def _too_deep(self, line: int, column: int) -> NoReturn:
        _stop(
            Place(self.file, line, column),
            "too-deep",
            say("this stands too many levels deep"),
            say("a transcript has at most {most}; check the brackets", most=MOST_LEVELS),
        )

    def _refuse(self, event: Any, name: str, message: Message, remedy: Message) -> None:
        place = Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(place, name, message, remedy))
