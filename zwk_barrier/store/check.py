"""The check of a whole office: database, search index, journal and every picture."""

from collections.abc import Callable

from sqlalchemy import select

from zwk_barrier.model import Photo
from zwk_barrier.store import search_index, triggers
from zwk_barrier.store.engine import driver_of
from zwk_barrier.store.integrity import faults_in
from zwk_barrier.store.office import OfficeStore
from zwk_barrier.wording import _, ngettext


def check_office(store: OfficeStore, progress: Callable[[int, int], None] | None = None) -> list[str]:
    """Sentences about what is wrong with an open office, empty when all is well; changes nothing.

    ``progress`` is called with how much is done and how much there is, and may raise to stop.
    """
    report = progress or (lambda _done, _all: None)
    report(0, 1)
    faults = faults_in(store.database, store.data_key)
    if faults:
        return faults  # what a damaged database says about photos is worth nothing
    with store.deed("office_checked") as deed:  # changes nothing, so it leaves no trace
        connection = deed.session.connection()
        faults += search_index.faults(driver_of(connection))
        if triggers.installed(connection) != triggers.expected():
            faults.append(_("Das Journal zeichnet nicht alles auf."))
        photos = list(deed.session.scalars(select(Photo.id)))
    unsound = 0
    for done, photo_id in enumerate(photos, 1):
        unsound += not store.photos.is_sound(photo_id)
        report(done, len(photos))
    if unsound:
        faults.append(
            ngettext(
                "{count} Foto fehlt oder ist beschädigt.",
                "{count} Fotos fehlen oder sind beschädigt.",
                unsound,
            ).format(count=unsound)
        )
    return faults
