"""What every tab of a case has: it shows the case as it is kept, and leaves what is being typed alone."""

from typing import Protocol

from zwk_barrier.casework.case.overview import CaseOverview


class CaseTab(Protocol):
    """A part of the page of a case, which is a QWidget besides."""

    def show_case(self, overview: CaseOverview) -> None:
        """Shows the case."""
