"""The whole program over a real encrypted office."""

from tests.desktop.conftest import _session_theme, office, office_folder, running, theme

__all__ = ["_session_theme", "office", "office_folder", "running", "theme"]
