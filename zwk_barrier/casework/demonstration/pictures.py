"""The demonstration's photos: drawn once each, kept encrypted like real ones."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from zwk_barrier.casework.demonstration.dice import Dice
from zwk_barrier.casework.demonstration.draft import Draft
from zwk_barrier.casework.demonstration.rows import Rows
from zwk_barrier.casework.demonstration.scenes import draw
from zwk_barrier.casework.demonstration.stories import Barrier
from zwk_barrier.model import Photo
from zwk_barrier.model.ids import new_id
from zwk_barrier.store.photos import PhotoStore, TakenIn, take_in

_VARIANTS: Final = 3
_MOST_A_VISIT: Final = 4


class Photographer:
    """Takes pictures at visits."""

    def __init__(self, store: PhotoStore) -> None:
        self._store = store

    def visit_photos(
        self,
        rows: Rows,
        draft: Draft,
        case_id: UUID,
        visit_id: UUID,
        at: datetime,
        seen: Sequence[tuple[Barrier, UUID | None, str]],
    ) -> None:
        """Pictures of what is in the way, one of each kind; their files are on the disk when this returns."""
        variant = int(Dice("palette", draft.number).between(0, _VARIANTS - 1))
        shown: set[str] = set()
        for barrier, room_id, words in seen[:_MOST_A_VISIT]:
            if barrier.scene in shown:
                continue
            shown.add(barrier.scene)
            picture = _picture(barrier.scene, variant)
            photo_id = new_id()
            self._store.write(photo_id, picture.jpeg)
            rows.add(
                Photo,
                at,
                id=photo_id,
                case_id=case_id,
                visit_id=visit_id,
                room_id=room_id,
                criterion=barrier.criterion or None,
                marks=json.loads(draft.known.get("visit", {}).get("marks", {}).get(barrier.key, "null")),
                caption=draft.say_of_the_dwelling(barrier.captions, words),
                alternative=barrier.alternative,
                sha256=picture.sha256,
                width=picture.width,
                height=picture.height,
                position=len(shown) - 1,
            )


@cache
def _picture(scene: str, variant: int) -> TakenIn:
    return take_in(draw(scene, variant))
