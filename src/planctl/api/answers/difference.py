"""Two plans, compared."""

from typing import TYPE_CHECKING

from planctl.api.answers.language import Lang, wording_of
from planctl.diff.changes import Diff

if TYPE_CHECKING:
    from planctl.showing.exporting.tables import Value


class PlanDiff(Diff):
    """Two plans and what became of each target.

    >>> import planctl
    >>> diff = planctl.load().diff(2022, 2023)
    >>> diff.before.plan.year, diff.after.year, len(diff.changes)
    (2022, 2023, 36)
    """

    __slots__ = ()

    def to_records(self, lang: Lang = "en") -> "list[dict[str, Value]]":
        """Return a flat record for each change, then for those of its parts; figures are `Decimal`.

        >>> import planctl
        >>> raised = [each for each in planctl.load().diff().to_records() if each["became"] == "raised"]
        >>> [(each["after_name"], each["change"], each["change_unit"]) for each in raised][:2]
        [('规上工业增加值增速', Decimal('0.5'), 'points'), ('固定资产投资增速', Decimal('3'), 'points')]
        """
        from planctl.showing.exporting.records import change_records

        return list(change_records(self, wording_of(lang)))
