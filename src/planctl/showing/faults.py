"""The faults of a file, and what `verify` tells, explained: their names stand behind each message, as checks' do."""

from collections.abc import Mapping

from planctl.checks.verified import Verified
from planctl.messages.message import Message, say

OF_A_FILE: Mapping[str, Message] = {
    "file": say("The file cannot be read: there is none, it may not be read, or it is no regular file."),
    "encoding": say("The file is not UTF-8, or has a character that cannot be printed. Save it as UTF-8."),
    "too-large": say("The file is far larger than any transcript; another file was meant."),
    "too-deep": say("Brackets or indentation go deeper than any transcript does; a bracket may not be closed."),
    "syntax": say("The file is no YAML: what follows a slip, such as a full-width colon, is not read."),
    "several-documents": say("A line of three hyphens begins a second document. A file has one report."),
    "alias": say("& and * name texts and repeat them in YAML. Write the text itself, so that each has its place."),
    "tag": say("! gives a text a type in YAML. All is text here; put what begins with ! in quotes."),
    "key": say("A list or a mapping stands where a key belongs, such as name before its colon."),
    "duplicate-key": say("A key is given twice in one entry, and one of them would be lost. Keep one."),
    "empty-value": say("A key has no value. A cell that is blank on the page is written as two quotes, side by side."),
    "unquoted": say(
        "A value begins with a sign that means something else in YAML, such as > or |. Put cells in quotes."
    ),
    "control-character": say("A text has a character that is no part of what a report prints. Write it on one line."),
    "schema": say(
        "An entry has not the shape that docs/data.md describes: a key is missing, or a value has another form."
    ),
    "unknown-key": say("There is no such key in that place. docs/data.md has the keys of each entry."),
    "duplicate-id": say("Two entries of one file have one id. An id is what an entry is known by; give each its own."),
    "unknown-id": say("An entry names another by an id or number that its file does not have."),
    "follows": say("What a row says that it follows is no earlier series, goes in a circle, or says too much of it."),
    "overlap": say("A programme names as overlapping what is itself, or no programme or part of its file."),
    "year": say("The year in the file is not that of its name, or a month is not of that year."),
    "region": say("Two files of one folder are of two regions. Keep each region's files in a folder of their own."),
}
OF_A_DOCUMENT: Mapping[str, Message] = {
    Verified.DIFFERENT: say("The data and the published document both have it, and not the same."),
    Verified.MISSING_IN_DOCUMENT: say("The data has it, and the published document does not print it."),
    Verified.MISSING_IN_DATA: say(
        "The published document prints it, and the data does not have it. What is left out on purpose is acknowledged."
    ),
}
