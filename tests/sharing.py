"""Lets several runs at the same time divide the test files among them: each takes the next nobody has."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain, groupby, pairwise
from pathlib import Path

import pytest


class Sharer:
    """One of the runs; they know of each other by the files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def takes(self, file: Path) -> bool:
        """Whether nobody has taken this test file before; from now on it is taken."""
        try:
            (self.folder / sha256(str(file).encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Begins with the files that hold slow tests: begun last, they would be waited for."""
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: item.path not in slow)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Runs the tests of each file that is taken here; what pytest does else stays with pytest."""
        if session.testsfailed or session.config.option.collectonly:
            return None
        for item, following in pairwise(chain(self._own(session), [None])):
            assert item is not None
            session.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
            if session.shouldstop:
                raise session.Interrupted(session.shouldstop)
        return True

    def _own(self, session: pytest.Session) -> Iterator[pytest.Item]:
        """The tests of the files taken here; a file is taken when the last test of the one before begins."""
        for file, items in _by_file(session.items):
            if self.takes(file):
                yield from items
            else:
                session.ihook.pytest_deselected(items=items)


def _by_file(items: Iterable[pytest.Item]) -> Iterator[tuple[Path, list[pytest.Item]]]:
    for file, group in groupby(items, key=lambda item: item.path):
        yield file, list(group)
