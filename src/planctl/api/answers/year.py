"""A year's plan, judged."""

from typing import TYPE_CHECKING

from planctl.api.answers.language import Lang, wording_of
from planctl.judging.assessment import Assessment

if TYPE_CHECKING:
    from planctl.showing.exporting.tables import Value


class YearStatus(Assessment):
    """A year's plan with the verdict on each of its indicators.

    >>> import planctl
    >>> year = planctl.load().status(2022)
    >>> year.counts.met, year.counts.unmet, year.counts.discontinued
    (17, 14, 1)
    >>> year.agreement.agrees
    True
    """

    def to_records(self, lang: Lang = "en") -> "list[dict[str, Value]]":
        """Return a flat record for each indicator and part, in printed order; figures are `Decimal`.

        They go straight into `pandas.DataFrame(…)` and `polars.from_dicts(…, infer_schema_length=None)`.

        >>> import planctl
        >>> records = planctl.load().status(2022).to_records()
        >>> [record["name"] for record in records if record["kind"] == "constraint" and record["verdict"] == "unmet"]
        ['空气质量优良天数', '森林覆盖率', '单位GDP能耗降低']
        >>> records[0]["target_value"], records[0]["actual_value"], records[0]["gap"]
        (Decimal('6.5'), Decimal('2.6'), Decimal('-3.9'))
        """
        from planctl.showing.exporting.records import status_records

        return list(status_records(self, wording_of(lang)))
