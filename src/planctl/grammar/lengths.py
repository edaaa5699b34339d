"""How long a text of each kind may be, in characters: a longer one is none of its kind, and no pattern is asked of it.

Patterns may go back and forth in a text of such a length. What takes a line or more has to be read once from its start
to its end: runs in its patterns are possessive (`*+`), bounded, or begin where nothing else does.
"""

CELL = 200
"""A cell of a table, and each form in it."""
NAME = 200
"""The name of an indicator or of a project."""
HEAD = 100
"""The head of a column."""
TITLE = 50
"""The title of a table that does not number it."""
WORDS = 40
"""A direction or a state in words."""
STAGE = 30
"""Words for the stage of a project."""
STAGE_BESIDE_NAME = 10
"""Such words, where nothing parts them from a name."""
QUOTE = 40
"""What is quoted as evidence."""
CLAUSE = 300
"""What stands between two commas."""
SENTENCE = 1000
"""What stands between two full stops."""
LIST = 2000
"""The names of projects, one after the other."""
