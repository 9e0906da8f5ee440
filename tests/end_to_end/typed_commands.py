"""Commands as a person types them, each in a process of its own, and what is read of their answer."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2


def typed(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a person sees who types this, with the password of the demonstration unless told otherwise."""
    return subprocess.run(
        [sys.executable, "-m", "zwk_barrier", *map(str, words)],
        env={**os.environ, "ZWK_PASSWORD": "demo", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        timeout=300,
        check=False,
    )


def said_in_one_sentence(told: subprocess.CompletedProcess[str]) -> str:
    """What stands on stderr: one line, no traceback, nothing on stdout."""
    assert told.stdout == ""
    [sentence] = told.stderr.splitlines()
    assert "Traceback" not in sentence
    return sentence


def text_of(pdf: Path) -> str:
    """The words of a PDF, without line breaks."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())
