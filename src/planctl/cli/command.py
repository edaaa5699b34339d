"""A command as people type it: lists with commas, the year also as an option, no option twice, examples in its help."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from typer.core import TyperCommand

from planctl.cli.language import misuse
from planctl.messages.languages import Language
from planctl.messages.message import say

YEARS = ("year", "years", "before")
"""What the argument is called that `--year` fills."""
BY_YEAR = "by_year"
"""What that option is called where YEAR is an argument as well."""


class TypedWords(NamedTuple):
    """An argument with the option that it gives, if any, and that option's value if it takes one."""

    words: tuple[str, ...]
    option: Any = None
    value: str | None = None


class PlanctlCommand(TyperCommand):
    """A command whose arguments are put into the form that the command line library reads."""

    wording: Any = None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read arguments; raises `typer.BadParameter` where an option that takes one value is given twice."""
        before = args[: args.index("--")] if "--" in args else args
        behind = args[len(before) :]
        tokens = list(self._tokens(before))
        if not ctx.resilient_parsing:  # that is how what is typed so far is looked at, to be completed
            _refuse_repeated(tokens, ctx.find_root().params.get("lang"))
        first, rest = self._years(tokens)
        words = [word for token in rest for part in _listed(token) for word in part.words]
        return super().parse_args(ctx, [*first, *words, *behind])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples below the help."""
        from planctl.cli.examples import examples_of
        from planctl.showing.wording import ENGLISH

        if told := examples_of(self.name or "", self.wording or ENGLISH):
            formatter.write(f"\n{told}")
        super().format_epilog(ctx, formatter)

    def _tokens(self, args: list[str]) -> Iterator[TypedWords]:
        known = {name: param for param in self.params for name in (*param.opts, *param.secondary_opts)}
        waiting = iter(args)
        for word in waiting:
            is_long = word.startswith("--")
            name, equals, value = word.partition("=") if is_long else (word[:2], word[2:], word[2:])
            option = known.get(name) if word.startswith("-") and len(word) > 1 else None
            if option is None or getattr(option, "is_flag", False):
                yield TypedWords((word,), option)
            elif equals:
                yield TypedWords((name, value), option, value)
            else:
                following = next(waiting, None)
                yield TypedWords((word,) if following is None else (word, following), option, following)

    def _years(self, tokens: list[TypedWords]) -> tuple[list[str], list[TypedWords]]:
        """Return the years given as an option, where that is an argument too, and what else there is, those in it."""
        given = [token.value for token in tokens if getattr(token.option, "name", "") == BY_YEAR and token.value]
        rest = [token for token in tokens if getattr(token.option, "name", "") != BY_YEAR or not token.value]
        arguments = [param.name for param in self.params if param.param_type_name == "argument"]
        if arguments and arguments[0] in YEARS:
            return given, rest
        return [], [*rest, *(TypedWords((year,)) for year in given)]


def _listed(token: TypedWords) -> Iterator[TypedWords]:
    """Yield an option that may be repeated once for each of the values that stand in it with commas between."""
    if token.value is None or not token.option.multiple:
        yield token
        return
    for value in token.value.split(","):
        yield TypedWords((token.words[0], value.strip()), token.option, value)


def _refuse_repeated(tokens: list[TypedWords], language: Language | None) -> None:
    seen = set()
    for token in tokens:
        option = token.option
        if option is None or token.value is None or option.multiple or option.name == BY_YEAR:
            continue
        if option.name in seen:
            raise misuse(say("{option} is given twice, and takes one value", option=token.words[0]), language)
        seen.add(option.name)
