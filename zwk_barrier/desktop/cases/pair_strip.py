"""Photos of the same place before and after the work, side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zwk_barrier.casework.visit.photo_pairs import PhotoPair
from zwk_barrier.desktop.cases.photo_strip import photo_tile
from zwk_barrier.desktop.desk import Desk
from zwk_barrier.desktop.widgets.flow import Flow
from zwk_barrier.desktop.widgets.headings import SectionTitle
from zwk_barrier.desktop.widgets.pictures import Picture
from zwk_barrier.wording import _


class PairStrip(QWidget):
    """Pair after pair; hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("outcome_photos")
        self._desk = desk
        self._shown: Sequence[tuple[object, ...]] = ()
        self._flow = Flow("outcome_photo_flow", gap=24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("Vorher und nachher"), name="outcome_photos_title"))
        column.addWidget(self._flow)
        self.hide()

    def show_pairs(self, pairs: Sequence[PhotoPair]) -> None:
        """Shows these pairs; does nothing when they are shown already."""
        wanted = [(one.photo.id, one.photo.caption) for pair in pairs for one in (pair.before, pair.after)]
        if wanted == self._shown:
            return
        self._shown = wanted
        self._flow.clear()
        for pair in pairs:
            self._flow.add(self._pair(pair))
        self.setVisible(bool(pairs))

    def _pair(self, pair: PhotoPair) -> QWidget:
        whole = QWidget()
        whole.setObjectName(f"pair_{pair.after.photo.id.hex}")
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        before, after = photo_tile(self._desk, pair.before.photo), photo_tile(self._desk, pair.after.photo)
        for tile, name in ((before, _("Vorher. {photo}")), (after, _("Nachher. {photo}"))):
            tile.setAccessibleName(name.format(photo=tile.accessibleName()))
        line.addWidget(before)
        line.addWidget(Picture("arrow-right", "soft"))
        line.addWidget(after)
        return whole
