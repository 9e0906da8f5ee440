"""What the bundle starts from here, a file manager or a camera, is not handed the bundle's own libraries."""

import os

import pytest

from installer.launch import forget_the_loader


@pytest.mark.parametrize("before", [None, "/opt/of/the/person"])
def test_other_programs_find_their_own_libraries(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/zwk-barriere/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt6/plugins")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    forget_the_loader()

    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert "QT_PLUGIN_PATH" not in os.environ
