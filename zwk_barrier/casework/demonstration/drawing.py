"""A small drawing board for rooms: solids in metres, seen by a pinhole camera, with light from above left.

Pictures are drawn twice as large and made smaller, so that edges are smooth; a little grain and darker
corners make them look taken, not drawn.
"""

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from zwk_barrier.casework.demonstration.dice import Dice

Point = tuple[float, float, float]
"""Right, up and away from the camera, in metres; the floor is at 0."""
Colour = tuple[int, int, int]

SIZE: Final = (880, 660)
_LARGER: Final = 2
_NEAR: Final = 0.12
_FOCAL: Final = 1.08
_GRAIN: Final = 6
_COARSE: Final = 16


def shade(colour: Colour, light: float) -> Colour:
    """The colour in more (above 1) or less light."""
    red, green, blue = (max(0, min(255, round(part * light))) for part in colour)
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Camera:
    """Where a picture is taken from: place, how far it looks down (degrees), and its focal length."""

    place: Point
    down: float = 8
    focal: float = _FOCAL

    def see(self, point: Point) -> Point:
        """The point as the camera sees it: right, up and away."""
        x, y, z = (at - own for at, own in zip(point, self.place, strict=True))
        sine, cosine = math.sin(math.radians(self.down)), math.cos(math.radians(self.down))
        return x, y * cosine + z * sine, z * cosine - y * sine


class Board:
    """One picture being drawn, the far things first."""

    def __init__(self, camera: Camera, ground: Colour) -> None:
        self._camera = camera
        self._size = (SIZE[0] * _LARGER, SIZE[1] * _LARGER)
        self._image = Image.new("RGB", self._size, ground)
        self._pen = ImageDraw.Draw(self._image)

    def face(self, corners: Sequence[Point], colour: Colour) -> None:
        """A flat face."""
        if len(flat := self._flat(corners)) > 2:  # a face has three corners
            self._pen.polygon(flat, fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        """A line through points, ``thick`` in metres."""
        for begin, end in pairwise(points):
            ends = self._flat([begin, end], closed=False)
            if len(ends) == 2:  # a line has two ends
                away = max(_NEAR, (self._camera.see(begin)[2] + self._camera.see(end)[2]) / 2)
                width = max(1, round(thick / away * self._scale))
                self._pen.line(ends, fill=colour, width=width)
                for x, y in ends:
                    self._pen.ellipse(
                        (x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=colour
                    )

    def grid(
        self, origin: Point, along: Point, across: Point, counts: tuple[int, int], colour: Colour
    ) -> None:
        """Joints between tiles on a face that begins at ``origin``; ``along`` and ``across`` span one tile."""
        columns, rows = counts
        for column in range(columns + 1):
            self.line(
                [_move(origin, along, column, across, 0), _move(origin, along, column, across, rows)],
                colour,
                0.004,
            )
        for row in range(rows + 1):
            self.line(
                [_move(origin, along, 0, across, row), _move(origin, along, columns, across, row)],
                colour,
                0.004,
            )

    def block(self, at: Point, size: Point, colour: Colour) -> None:
        """A block whose left lower front corner is ``at``; its faces get the light they would have."""
        x, y, z = at
        w, h, d = size
        eye = self._camera.place
        if eye[0] < x:
            self.face([(x, y, z), (x, y + h, z), (x, y + h, z + d), (x, y, z + d)], shade(colour, 0.9))
        if eye[0] > x + w:
            right = x + w
            self.face(
                [(right, y, z), (right, y + h, z), (right, y + h, z + d), (right, y, z + d)],
                shade(colour, 0.76),
            )
        if eye[1] > y + h:
            top = y + h
            self.face(
                [(x, top, z), (x + w, top, z), (x + w, top, z + d), (x, top, z + d)], shade(colour, 1.06)
            )
        if eye[1] < y:
            self.face([(x, y, z), (x + w, y, z), (x + w, y, z + d), (x, y, z + d)], shade(colour, 0.66))
        self.face([(x, y, z), (x + w, y, z), (x + w, y + h, z), (x, y + h, z)], shade(colour, 0.96))

    def round(self, centre: Point, radii: tuple[float, float], colour: Colour, *, lies: bool = False) -> None:
        """An ellipse facing the camera, or lying flat."""
        x, y, z = centre
        turns = [math.tau * step / 48 for step in range(48)]
        wide, high = radii
        if lies:
            self.face([(x + wide * math.cos(t), y, z + high * math.sin(t)) for t in turns], colour)
        else:
            self.face([(x + wide * math.cos(t), y + high * math.sin(t), z) for t in turns], colour)

    def shadow(self, corners: Sequence[Point], *, dark: float = 0.4, soft: float = 0.05) -> None:
        """A soft shadow on whatever is drawn already."""
        self._blend(corners, (24, 22, 30), dark, soft)

    def glow(self, corners: Sequence[Point], *, bright: float = 0.35, soft: float = 0.1) -> None:
        """Light that falls on whatever is drawn already."""
        self._blend(corners, (255, 248, 228), bright, soft)

    def _blend(self, corners: Sequence[Point], colour: Colour, strength: float, soft: float) -> None:
        flat = self._flat(corners)
        if len(flat) < 3:  # a face has three corners
            return
        blur = soft * self._size[0] / _COARSE
        margin = 3 * blur * _COARSE
        left, top = (max(0, int(min(p[axis] for p in flat) - margin)) for axis in (0, 1))
        right, bottom = (min(self._size[axis], int(max(p[axis] for p in flat) + margin)) for axis in (0, 1))
        if right - left < _COARSE or bottom - top < _COARSE:
            return
        mask = Image.new("L", ((right - left) // _COARSE, (bottom - top) // _COARSE), 0)
        outline = [((x - left) / _COARSE, (y - top) / _COARSE) for x, y in flat]
        ImageDraw.Draw(mask).polygon(outline, fill=round(255 * strength))
        soft_mask = mask.filter(ImageFilter.GaussianBlur(blur))
        soft_mask = soft_mask.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        self._image.paste(colour, (left, top), soft_mask)

    def picture(self, dice: Dice) -> bytes:
        """The finished picture as a BMP file: quick to write, and read only once."""
        image = self._image.reduce(_LARGER)
        grain = Image.frombytes("L", (SIZE[0] // 2, SIZE[1] // 2), dice.randbytes(SIZE[0] * SIZE[1] // 4))
        grain = grain.resize(SIZE, Image.Resampling.BILINEAR).point(
            [round(128 + (value - 128) * _GRAIN / 128) for value in range(256)]
        )
        image = ImageChops.add(image, Image.merge("RGB", (grain, grain, grain)), scale=1, offset=-128)
        corners = Image.radial_gradient("L").resize((SIZE[0] + 260, SIZE[1] + 260), Image.Resampling.BILINEAR)
        corners = corners.crop((130, 130, 130 + SIZE[0], 130 + SIZE[1])).point(
            [max(0, value - 70) // 2 for value in range(256)]
        )
        image.paste((18, 16, 22), mask=corners)
        out = io.BytesIO()
        image.save(out, "BMP")
        return out.getvalue()

    @property
    def _scale(self) -> float:
        return self._camera.focal * self._size[1]

    def _flat(self, points: Iterable[Point], *, closed: bool = True) -> list[tuple[float, float]]:
        """The points on the picture; what lies behind the camera is cut off."""
        seen = [self._camera.see(point) for point in points]
        middle = self._size[0] / 2, self._size[1] / 2
        return [
            (middle[0] + x / z * self._scale, middle[1] - y / z * self._scale)
            for x, y, z in _in_front(seen, closed=closed)
        ]


def _in_front(points: Sequence[Point], *, closed: bool) -> Iterable[Point]:
    """The part of an outline that lies in front of the camera."""
    kept: list[Point] = []
    neighbours = zip(points, [*points[1:], points[0]], strict=True)
    for number, (begin, end) in enumerate(neighbours):
        if begin[2] >= _NEAR:
            kept.append(begin)
        if (closed or number < len(points) - 1) and (begin[2] >= _NEAR) is not (end[2] >= _NEAR):
            share = (_NEAR - begin[2]) / (end[2] - begin[2])
            x, y = (begin[axis] + share * (end[axis] - begin[axis]) for axis in (0, 1))
            kept.append((x, y, _NEAR))
    return kept


def _move(origin: Point, along: Point, columns: float, across: Point, rows: float) -> Point:
    x, y, z = (o + a * columns + c * rows for o, a, c in zip(origin, along, across, strict=True))
    return x, y, z
