"""What the checks found."""

from typing import TYPE_CHECKING

from planctl.api.answers.language import Lang, wording_of
from planctl.checks.registry import Examination

if TYPE_CHECKING:
    from planctl.showing.exporting.tables import Value


class Findings(Examination):
    """What the checks found in the files of a folder.

    >>> import planctl
    >>> from planctl.messages.message import Severity
    >>> planctl.load().check().failing(Severity.WARNING)
    False
    """

    __slots__ = ()

    def to_records(self, lang: Lang = "en") -> "list[dict[str, Value]]":
        """Return a flat record for each finding: its check, weight and place, what is wrong and what to do.

        >>> import planctl
        >>> {each["severity"] for each in planctl.load().check().to_records() if not each["accepted"]}
        {'note'}
        """
        from planctl.showing.exporting.records import finding_records

        return list(finding_records(self, wording_of(lang)))
