# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the view"
# replace = { "memoryview(pixels)" = "pixels" }
# ///
import tracemalloc
from array import array

WIDTH, HEIGHT = 8000, 100
pixels = array("H", [0]) * (WIDTH * HEIGHT)
pixels[5 * WIDTH + 3] = 500

tracemalloc.start()
image = memoryview(pixels)
rows = [image[y * WIDTH : (y + 1) * WIDTH] for y in range(HEIGHT)]
allocated = tracemalloc.get_traced_memory()[0]
tracemalloc.stop()

size = pixels.itemsize * len(pixels)
print(f"image: {size:,} bytes")
print(f"allocated for the rows: {allocated / size:.1f} images")
print("brightest:", max(max(row) for row in rows))
rows[5][3] = 7
print("written into the image:", pixels[5 * WIDTH + 3] == 7)
