"""The plan for craftsmen: one function from the frozen record to the finished PDF."""

from zwk_barrier.model.craft_plan import CraftPlan


def build_craft_plan(record: CraftPlan) -> bytes:
    """What is to be built, trade by trade, PDF/UA-1 and PDF/A-2a in one file."""
    # ReportLab and Babel take a third of a second to load, which the start of the program must not pay.
    from zwk_barrier.reports.documents.craft_plan_story import CraftPlanStory  # noqa: PLC0415

    return CraftPlanStory(record).pdf()
