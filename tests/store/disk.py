"""A disk that is full, as the system tells it."""

import contextlib
import sys
from collections.abc import Iterator

import pytest

if sys.platform != "win32":
    import resource


@contextlib.contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file of this process may grow beyond ``size`` bytes meanwhile."""
    if sys.platform == "win32":
        pytest.skip("Windows cannot limit the size of a file")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
