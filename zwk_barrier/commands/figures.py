"""The commands that count: the figures of a closed period as files or as a document, and several offices together."""

import argparse
from dataclasses import replace
from datetime import datetime

from zwk_barrier.casework.printing.printed_documents import Printing
from zwk_barrier.commands.opening import opened
from zwk_barrier.commands.writing import say_written, write_and_keep
from zwk_barrier.model.statistics_report import StatisticsReport
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _


def statistics(asked: argparse.Namespace) -> None:
    """Hands out the tables of a closed period as files, once nothing can be recovered from them."""
    from zwk_barrier.statistics.files import FORMATS
    from zwk_barrier.statistics.handing_out import Audience, hand_out_tables

    now, folder, audience = (
        datetime.now().astimezone(),
        asked.out.absolute(),
        Audience(asked.recipient, asked.purpose),
    )
    with opened(asked) as store:
        report = _report_of(asked, store)
        written = hand_out_tables(
            store, report, folder.parent, FORMATS, name=folder.name, audience=audience, now=now
        )
    say_written(*written.files)


def yearly_report(asked: argparse.Namespace) -> None:
    """Prints the protected report of a closed period and enters it in the register."""
    from zwk_barrier.reports.documents.yearly_report import build_yearly_report
    from zwk_barrier.statistics.handing_out import Audience, examine_report, register_report

    now, audience = datetime.now().astimezone(), Audience(asked.recipient, asked.purpose)
    with opened(asked) as store:
        report = _report_of(asked, store)
        examine_report(store, report)
        content = build_yearly_report(report)
        write_and_keep(
            store,
            asked.file,
            content,
            Printing("yearly_report", _("Jahresbericht")),
            register=lambda: register_report(
                store, report, asked.file.name, content, audience=audience, now=now
            ),
        )


def pool(asked: argparse.Namespace) -> None:
    """Adds up the released tables of several offices."""
    from zwk_barrier.statistics.pooling import pool_tables, write_base_table

    table = pool_tables(asked.files, asked.out.stem)
    write_base_table(table, asked.out)
    say_written(asked.out)


def _report_of(asked: argparse.Namespace, store: OfficeStore) -> StatisticsReport:
    """The protected report of the period asked for, which is closed first where that is asked for, too."""
    from zwk_barrier.casework.office.roles import require_counting
    from zwk_barrier.casework.office.staff import office_settings
    from zwk_barrier.casework.printing.letterhead import letterhead_of
    from zwk_barrier.casework.visit.suitability import judge_finished
    from zwk_barrier.statistics.figures.report import build_report
    from zwk_barrier.statistics.periods.freezing import freeze
    from zwk_barrier.statistics.periods.frozen import frozen_base

    now = datetime.now().astimezone()
    with store.reading() as session:
        require_counting(session, store.staff_id)
        is_open = frozen_base(session, asked.year) is None
    if asked.freeze and is_open:
        with store.deed("period_frozen", is_final=True) as deed:
            judge_finished(deed.session)
            freeze(deed.session, asked.year, staff_id=store.staff_id, now=now)
    with store.reading() as session:
        letterhead = letterhead_of(office_settings(session))
        report = build_report(session, asked.year, asked.template, view="protected", today=now.date())
    return replace(report, letterhead=letterhead)
