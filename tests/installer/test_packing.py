"""The same content gives the same Debian package, byte for byte, whoever laid it out in which order and when."""

import shutil
import subprocess
from pathlib import Path

import pytest

from installer import deb, environment
from tests.tooling.checkout import ROOT

needs_debian = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="packages are built on Debian")
NAMES = ("usr/lib/zwk-barriere/zwk-barriere", "usr/lib/zwk-barriere/b.so", "usr/share/doc/a", "usr/bin/c")


def laid_out(stage: Path, names: tuple[str, ...], mode: int) -> Path:
    """What a package of nothing holds, made in this order with these rights."""
    for name in (*names, "DEBIAN/control"):
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", "utf-8")
        path.chmod(mode)
    deb.place_desktop_files(stage)
    deb.place_documents(stage)
    deb.write_control(stage, {"libc.so.6"})
    return stage


@needs_debian
def test_two_packings_of_the_same_content_are_one_file(tmp_path: Path) -> None:
    first = deb.pack(laid_out(tmp_path / "1", NAMES, 0o600), tmp_path / "1.deb")
    second = deb.pack(laid_out(tmp_path / "else/where", NAMES[::-1], 0o777), tmp_path / "2.deb")
    assert first.read_bytes() == second.read_bytes()


@needs_debian
def test_everybody_may_read_it_and_only_the_program_runs(tmp_path: Path) -> None:
    packed = deb.pack(laid_out(tmp_path / "1", NAMES, 0o600), tmp_path / "1.deb")
    told = subprocess.run(["dpkg-deb", "-c", packed], capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in told.splitlines()]
    assert {words[1] for words in lines} == {"root/root"}
    assert {words[5] for words in lines if words[0] == "-rwxr-xr-x"} == {
        "./usr/bin/c",
        "./usr/lib/zwk-barriere/zwk-barriere",
    }
    assert {words[0] for words in lines} == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"}


def test_version_and_day_are_those_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795413600")  # 23 November 2026, 06:00 UTC
    for template in deb.TEMPLATES.iterdir():
        assert "@VERSION@" not in deb.filled(template.name)
        assert "@DAY@" not in deb.filled(template.name)
    assert f'version="{environment.version()}" date="2026-11-23"' in deb.filled("zwk-barriere.metainfo.xml")
    assert "  Mon, 23 Nov 2026 06:00:00 +0000\n" in deb.filled("changelog")
    assert f'__version__ = "{environment.version()}"' in (ROOT / "zwk_barrier/__init__.py").read_text("utf-8")
