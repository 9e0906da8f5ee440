"""The pictures of the handbook are those of this program: all can be taken anew, and where no case shows they agree."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.end_to_end.typed_commands import typed
from zwk_barrier.resources import resource

SHIPPED = resource("handbook/pictures")
WITHOUT_DATA = (
    "verwaltung_anforderungen",
    "verwaltung_darstellung",
    "verwaltung_foerderprogramme",
    "verwaltung_ueber",
)
MOST_DIFFERENT = 0.01  # of the pixels: the time of the last backup below the rail


@pytest.fixture(scope="module")
def taken(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, taken from an office of fifteen invented cases."""
    folder = tmp_path_factory.mktemp("pictures")
    told = typed("pictures", demo, "--handbook", "--out", folder, QT_QPA_PLATFORM="offscreen")
    assert told.returncode == 0, told.stderr
    return folder


@pytest.mark.slow
def test_every_picture_is_taken_by_the_program_and_none_is_left_over(taken: Path) -> None:
    assert {path.name for path in taken.iterdir()} == {path.name for path in SHIPPED.iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("name", WITHOUT_DATA)
def test_a_page_that_shows_no_case_looks_as_in_the_handbook(taken: Path, name: str) -> None:
    before, now = (
        np.asarray(Image.open(folder / f"{name}.png").convert("L"), dtype=np.int16)
        for folder in (SHIPPED, taken)
    )
    assert before.shape == now.shape
    different = float((abs(before - now) > 32).mean())
    assert different < MOST_DIFFERENT, "python3 dev.py pictures takes them anew"
