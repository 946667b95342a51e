# /// script
# requires-python = ">=3.11"
# [tool.verbatim.artifacts]
# "mandelbrot.png" = "A heart, a disk at its left, fine threads"
# ///
import struct
import zlib
from pathlib import Path

WIDTH, HEIGHT, STEPS = 360, 240, 24


# region pixels
def steps(c: complex) -> int:
    z = 0j
    for step in range(STEPS):
        if z.real * z.real + z.imag * z.imag > 4:
            return step
        z = z * z + c
    return STEPS


def pixel(column: int, row: int) -> bytes:
    c = complex(column / 100 - 2.5, row / 100 - 1.2)
    light = 255 - 255 * steps(c) // STEPS
    return bytes((light, 96 + light * 5 // 8, 72 + light * 5 // 7))


rows = [
    b"".join(pixel(column, row) for column in range(WIDTH))
    for row in range(HEIGHT)
]
# endregion


# region png
def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


# Eight bits each of red, green and blue; no row is filtered.
header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
picture = zlib.compress(b"".join(b"\0" + row for row in rows))
Path("mandelbrot.png").write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", header)
    + chunk(b"IDAT", picture)
    + chunk(b"IEND", b"")
)
# endregion
