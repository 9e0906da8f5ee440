"""The photos of a report: numbered through the document, side by side, a pair of before and after together."""

from collections.abc import Callable

from zwk_barrier.model.visit_report import PhotoPlate, RoomSection
from zwk_barrier.reports.setting.figures import Plate
from zwk_barrier.reports.setting.styles import Face
from zwk_barrier.reports.setting.typesetting import Span
from zwk_barrier.rules.marks import in_words


class Plates:
    """Counts the photos of one document; ``translate`` speaks its language."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._ = translate
        self._count = 0

    def rows(self, room: RoomSection, in_a_row: int = 2) -> list[list[Plate]]:
        """The photos of a room, at most so many in a row; a pair has a row of its own."""
        rows: list[list[Plate]] = []
        is_open = False  # whether the last row takes one more
        for photo in room.photos:
            if photo.before is not None:
                pair = (photo.before, self._("vorher")), (photo, self._("nachher"))
                rows.append([self._plate(one, room, when) for one, when in pair])
                is_open = False
            elif is_open:
                rows[-1].append(self._plate(photo, room))
                is_open = len(rows[-1]) < in_a_row
            else:
                rows.append([self._plate(photo, room)])
                is_open = True
        return rows

    def _plate(self, photo: PhotoPlate, room: RoomSection, when: str = "") -> Plate:
        self._count += 1
        number = self._("Foto {number}").format(number=self._count)
        caption = [Span(f"{number}, {when}" if when else number, Face.SEMIBOLD)]
        if photo.caption.strip():
            caption.append(Span(f" · {photo.caption}"))
        said = photo.alternative.strip() or photo.caption.strip()
        if not said:
            said = self._("{number}: {room}, ohne Beschreibung").format(number=number, room=room.name)
        if photo.marks:
            said = f"{said.rstrip('.')}. {in_words(photo.marks, self._)}"
        return Plate(photo.jpeg, caption, f"{when.capitalize()}: {said}" if when else said, photo.marks)
