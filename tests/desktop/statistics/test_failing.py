"""What goes wrong while a period is closed or figures are written leaves nothing half kept."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import func, select

from tests.desktop.statistics.conftest import NAME, PASSWORD, TODAY, TODAY_MOMENT, YEAR
from tests.store.disk import full_after
from tests.store.kill import ROOT
from zwk_barrier.desktop.background import CancelToken
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.desktop.statistics.file_output import write_checked
from zwk_barrier.desktop.statistics.report_reading import Wanted
from zwk_barrier.model import FrozenPeriod
from zwk_barrier.problems import OfficeInUse, StorageFull
from zwk_barrier.statistics.releases import registered
from zwk_barrier.store import engine
from zwk_barrier.store.check import check_office
from zwk_barrier.store.office import OfficeStore, open_office

_PAGE: Final = 4096

_HOLDING: Final = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX, 1, 120)  # where SQLite keeps the lock of who writes
print("held", flush=True)
sys.stdin.readline()
"""

_CLOSING: Final = """
import sys
from datetime import datetime
from pathlib import Path
from zwk_barrier.desktop.statistics.deeds import close_period
from zwk_barrier.rules.quarters import Period
from zwk_barrier.store.office import open_office
folder, name, password, now = sys.argv[1:]
with open_office(Path(folder), name, password) as store:
    say = lambda share: print(share, flush=True)
    close_period(store, Period.year(2025), "rounding", datetime.fromisoformat(now), say)
"""


def closings(office: OfficeStore) -> int:
    with office.reading() as session:
        return session.scalar(select(func.count()).select_from(FrozenPeriod)) or 0


@pytest.mark.usefixtures("closed")
def test_a_disk_that_fills_up_keeps_neither_files_nor_an_entry(counted: OfficeStore, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with full_after(_PAGE), pytest.raises(StorageFull):
        write_checked(
            counted,
            Wanted(YEAR),
            out,
            ["csv"],
            TODAY,
            progress=lambda _share: None,
            token=CancelToken(),
        )

    assert list(out.iterdir()) == []
    with counted.reading() as session:
        assert registered(session) == ()


def test_a_period_is_not_closed_on_a_full_disk_and_is_once_there_is_room(counted: OfficeStore) -> None:
    size = max(path.stat().st_size for path in counted.folder.glob("office.db-wal"))
    with full_after(size + _PAGE), pytest.raises(StorageFull):
        close_period(counted, YEAR, "rounding", TODAY_MOMENT)
    assert closings(counted) == 0

    close_period(counted, YEAR, "rounding", TODAY_MOMENT)
    assert closings(counted) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is that of POSIX systems")
def test_a_file_another_program_holds_is_told_and_closed_later(
    counted: OfficeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted.close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    with open_office(counted.folder, NAME, PASSWORD) as office:
        holding = [sys.executable, "-c", _HOLDING, str(office.folder / "office.db-shm")]
        with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with pytest.raises(OfficeInUse):
                close_period(office, YEAR, "rounding", TODAY_MOMENT)
            other.kill()
        assert closings(office) == 0
        close_period(office, YEAR, "rounding", TODAY_MOMENT)
        assert closings(office) == 1


def test_a_program_killed_just_before_the_end_has_closed_nothing(counted: OfficeStore) -> None:
    counted.close()
    given = (str(counted.folder), NAME, PASSWORD, TODAY_MOMENT.isoformat())
    closing = [sys.executable, "-c", _CLOSING, *given]
    with subprocess.Popen(closing, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        shares = []
        for line in program.stdout:
            shares.append(float(line))
            if shares[-1] == 1:
                program.kill()
                break
    assert shares[-1:] == [1.0]

    with open_office(counted.folder, NAME, PASSWORD) as office:
        assert check_office(office) == []
        assert closings(office) == 0
