# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy>=2", "pillow>=12"]
# [tool.verbatim]
# timeout = 60
# [tool.verbatim.artifacts]
# "mandelbrot.png" = """The Mandelbrot set: a black figure with fine \
# branches, and gray bands around it."""
# ///
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image

ONE = 2**24  # whole numbers are exact, on each machine
WIDTH, HEIGHT = 480, 320
picture = np.zeros((HEIGHT, WIDTH), np.uint8)


def draw(first: int, last: int) -> None:
    """Fill these rows of the picture, and no others."""
    rows = np.arange(first, last)[:, np.newaxis]
    x0 = (np.arange(WIDTH) - 352) * ONE // 160
    y0 = (rows - 160) * ONE // 160
    x = y = 0 * x0 + 0 * y0
    inside = x == 0
    for _ in range(50):
        xx, yy = x * x // ONE, y * y // ONE
        inside &= xx + yy < 4 * ONE
        picture[first:last] += inside
        x, y = xx - yy + x0, 2 * x * y // ONE + y0
        x, y = x * inside, y * inside


with ThreadPoolExecutor(max_workers=4) as pool:
    bands = [
        pool.submit(draw, row, row + 40) for row in range(0, HEIGHT, 40)
    ]
for band in bands:
    band.result()
print(f"{len(bands)} bands, {picture.size} points")
Image.fromarray(255 - 5 * picture).save("mandelbrot.png")
