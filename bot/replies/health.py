"""How is it told how Quoth is? One row for each thing that was looked at."""

from collections.abc import Iterable

from bot.replies.model import Listing, Reply
from bot.services.health import Finding
from bot.wording import texts


def of_findings(findings: Iterable[Finding]) -> Reply:
    """The findings, one a row."""
    rows = []
    for finding in findings:
        sign = "✓" if finding.is_well else "✗"
        rows.append(" ".join(filter(None, (f"{sign} {finding.name}: {finding.found}.", finding.remedy))))
    return Reply(texts().operation.how_it_is, (Listing(tuple(rows)),))
