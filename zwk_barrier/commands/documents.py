"""The commands that print: a visit report, a sheet to fill in by hand, the handbook and its pictures."""

import argparse
from datetime import datetime

from zwk_barrier import bootstrap
from zwk_barrier.casework.printing.printed_documents import Printing
from zwk_barrier.commands.opening import credentials, opened
from zwk_barrier.commands.writing import say_written, write_and_keep
from zwk_barrier.wording import _


def report(asked: argparse.Namespace) -> None:
    """Prints the report of a case's latest visit up to today."""
    from zwk_barrier.casework.printing.visit_report import gather
    from zwk_barrier.casework.visit.visits import latest_visit
    from zwk_barrier.reports.documents.visit_report import build_visit_report

    today = datetime.now().astimezone().date()
    with opened(asked) as store:
        with store.reading() as session:
            visit_id = latest_visit(session, asked.case, today)
            record = gather(session, store.photos, visit_id, today)
        printing = Printing("visit_report", _("Besuchsbericht"), visit_id=visit_id)
        write_and_keep(store, asked.out, build_visit_report(record), printing)


def sheet(asked: argparse.Namespace) -> None:
    """Prints the sheet to fill in by hand for a case's next visit, without a name where asked."""
    from zwk_barrier.casework.printing.visit_sheet import gather_sheet
    from zwk_barrier.casework.visit.visits import next_visit
    from zwk_barrier.reports.documents.visit_sheet import build_visit_sheet

    today = datetime.now().astimezone().date()
    with opened(asked) as store:
        with store.reading() as session:
            visit_id = next_visit(session, asked.case)
            record = gather_sheet(session, visit_id, today, with_name=not asked.no_name)
        printing = Printing("visit_sheet", _("Besuchsbogen"), visit_id=visit_id)
        write_and_keep(store, asked.out, build_visit_sheet(record), printing)


def handbook(asked: argparse.Namespace) -> None:
    """Prints the handbook in one language."""
    from zwk_barrier.reports.checking.document import write_checked
    from zwk_barrier.reports.documents.handbook import build_handbook

    today = datetime.now().astimezone().date()
    write_checked(asked.out, build_handbook(today, language=asked.language))
    say_written(asked.out)


def pictures(asked: argparse.Namespace) -> None:
    """Takes pictures of the main pages, or those of the handbook."""
    take = bootstrap.save_handbook_pictures if asked.handbook else bootstrap.save_pictures
    say_written(*take(asked.folder, asked.out, *credentials(asked)))
