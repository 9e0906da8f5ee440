"""The palettes keep their promise of contrast (WCAG 2.2 AA, text AAA)."""

import pytest

from zwk_barrier.desktop.style.tokens import CONTRAST, PALETTES, Ink, Tokens, Verdict, contrast

palettes = pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@palettes
def test_text_is_read_everywhere(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.surface, tokens.hover, tokens.accent_ground):
        assert contrast(tokens.text, ground) >= 7.0
        assert contrast(tokens.soft, ground) >= 4.5


@palettes
def test_the_accent_is_read_and_read_on(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.surface, tokens.accent_ground):
        assert contrast(tokens.accent, ground) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_strong) >= 4.5


@palettes
def test_edges_and_the_focus_ring_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.surface):
        assert contrast(tokens.border, ground) >= 3.0
        assert contrast(tokens.focus, ground) >= 3.0


@palettes
@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_are_read_on_their_ground_and_beside_it(tokens: Tokens, verdict: Verdict) -> None:
    ink: Ink = tokens.verdict(verdict)
    for ground in (ink.ground, tokens.surface, tokens.background):
        assert contrast(ink.ink, ground) >= 4.5


def test_high_contrast_is_black_white_and_a_yellow_focus() -> None:
    assert (CONTRAST.background, CONTRAST.text) == ("#000000", "#FFFFFF")
    assert contrast(CONTRAST.focus, CONTRAST.background) > 15
