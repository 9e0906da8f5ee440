"""The files of a release: tables as CSV, XLSX and ODS, with metadata that say which numbers add up to which."""

from zwk_barrier.statistics.files.writing import FORMATS, Format, write_release

__all__ = ["FORMATS", "Format", "write_release"]
