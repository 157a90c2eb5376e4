"""Shading of mountains and valleys, from a painted relief of the world to tiles."""

import io
import struct

import numpy as np
import shapely
from PIL import Image, ImageDraw, ImageFilter

from basemap_topology import degrees

MAGIC = b"DLRELIEF\x00\x00\x00\x01"
# Tiles of the finest level: 2**FINEST to a side of the world, each of SIZE pixels and
# a frame of one pixel of its neighbours, so that smooth enlargement shows no seams.
FINEST = 5
SIZE = 256
QUALITY = 62
# A pixel of this value leaves the colour of the land as it is.
NEUTRAL = 160
# What is darker or brighter than this neighbourhood is shade or light, the rest colour.
# In pixels of the source, 1/30 of a degree.
NEIGHBOURHOOD = 14
STRENGTH = 1.7


def relief(sources, land):
    """The whole file. `land` are polygons in the unit square."""
    picture = sources.relief()
    shade = shading(np.asarray(picture.convert("L"), np.float32), land_mask(land, picture.size))
    rows, contents = bytearray(), bytearray()
    for zoom in range(FINEST + 1):
        world = mercator_picture(shade, SIZE << zoom)
        for row in range(1 << zoom):
            for column in range(1 << zoom):
                data = tile(world, column, row)
                rows += struct.pack("<II", len(contents), len(data))
                contents += data
    return MAGIC + struct.pack("<II", FINEST, SIZE) + rows + contents


def land_mask(land, size):
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    for polygon in land:
        for number, ring in enumerate(shapely.get_rings(polygon)):
            at = degrees(shapely.get_coordinates(ring))
            at = (at + [180, -90]) * [size[0] / 360, -size[1] / 180]
            if len(at) > 2:
                draw.polygon([tuple(p) for p in at.tolist()], fill=255 if number == 0 else 0)
    # Away from the shore, where the picture has a dark line and mixes land with sea.
    return np.asarray(mask.filter(ImageFilter.MinFilter(3)), np.float32) / 255


def shading(brightness, mask):
    """Brightness over that of the neighbourhood on land; neutral elsewhere."""
    around = blurred(brightness * mask) / np.maximum(blurred(mask), 1e-3)
    shade = NEUTRAL + (brightness - around) * STRENGTH
    return np.where(mask > 0.5, shade, NEUTRAL).clip(0, 255)


def blurred(values):
    """Three box filters, nearly a Gaussian; the world is round from east to west."""
    half = NEIGHBOURHOOD
    for _ in range(3):
        for axis, mode in ((1, "wrap"), (0, "edge")):
            pad = [(0, 0), (0, 0)]
            pad[axis] = (half + 1, half)
            sums = np.cumsum(np.pad(values, pad, mode=mode), axis=axis, dtype=np.float64)
            ends, starts = [slice(None)] * 2, [slice(None)] * 2
            ends[axis], starts[axis] = slice(2 * half + 1, None), slice(None, -2 * half - 1)
            values = ((sums[tuple(ends)] - sums[tuple(starts)]) / (2 * half + 1)).astype(np.float32)
    return values


def mercator_picture(shade, side):
    """The world in Web Mercator with a frame of one pixel, which goes on in the east and
    the west."""
    height, width = shade.shape
    picture = Image.fromarray(shade.round().astype(np.uint8))
    # Rows first, each averaged over what it covers; then columns.
    edges = degrees(np.column_stack([np.zeros(side + 1), np.arange(side + 1) / side]))[:, 1]
    tops = (90 - edges) / 180 * height
    narrow = np.asarray(picture.resize((side, height), Image.Resampling.BOX if side < width else Image.Resampling.BICUBIC), np.float32)
    sums = np.vstack([np.zeros((1, side), np.float64), np.cumsum(narrow, axis=0, dtype=np.float64)])
    rows = np.empty((side, side), np.float32)
    for y in range(side):
        top, bottom = tops[y], tops[y + 1]
        rows[y] = (between(sums, bottom) - between(sums, top)) / (bottom - top)
    return np.pad(np.pad(rows, ((1, 1), (0, 0)), mode="edge"), ((0, 0), (1, 1)), mode="wrap")


def between(sums, row):
    low = min(int(row), len(sums) - 2)
    return sums[low] + (sums[low + 1] - sums[low]) * (row - low)


def tile(world, column, row):
    """A JPEG, or nothing where there is nothing but sea or plain."""
    x, y = column * SIZE, row * SIZE
    pixels = world[y : y + SIZE + 2, x : x + SIZE + 2]
    if np.abs(pixels - NEUTRAL).max() < 4:
        return b""
    out = io.BytesIO()
    Image.fromarray(pixels.round().clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
