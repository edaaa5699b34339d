"""Printed figures with a unit that stands elsewhere on the page: in the row, or over the table."""

import re

from planctl.grammar.figures import parse_size
from planctl.grammar.lexer import NUMBER
from planctl.grammar.text import half_width
from planctl.values.meanings import Figure


def with_unit(printed: str, figure: Figure) -> str:
    """Return a printed text with the unit right behind its figure: 5.5%以内, 90余起, 1.2万户; as it is without one.

    Words may follow a figure, and other figures too (the year that it is measured by), so its own is looked for.
    """
    numbers = [found for found in re.finditer(NUMBER, half_width(printed)) if parse_size(found[0]) == abs(figure.size)]
    if not numbers or not figure.unit:
        return printed
    end = numbers[-1].end()
    odd = 1 if printed[end : end + 1] in ("余", "多") else 0
    rest = printed[end + odd :]
    if re.sub("[余多]", "", rest, count=1).startswith(figure.unit):
        return printed  # 4万余人
    shared = next(size for size in range(len(figure.unit), -1, -1) if rest.startswith(figure.unit[:size]))
    return printed[: end + odd + shared] + figure.unit[shared:] + rest[shared:]
