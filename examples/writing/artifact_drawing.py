# /// script
# requires-python = ">=3.11"
# [tool.verbatim.artifacts]
# "crossing.svg" = "One line falls, one rises: they cross at 4"
# ///
from pathlib import Path

falling = [8 - x for x in range(9)]
rising = list(range(9))
cross = next(x for x in range(9) if falling[x] == rising[x])


# region draw
def place(x, y):
    return 50 + 50 * x, 230 - 25 * y


def line(values, color):
    points = [place(x, y) for x, y in enumerate(values)]
    path = " ".join(f"{x},{y}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" '
        f'stroke="{color}" stroke-width="3"/>'
    )


def label(number):
    x, y = place(number, -1)
    return f'<text x="{x}" y="{y}">{number}</text>'


x, y = place(cross, rising[cross])
drawing = [
    (
        '<svg xmlns="http://www.w3.org/2000/svg" width="500" '
        'height="270" font-family="sans-serif" '
        'text-anchor="middle">'
    ),
    '<path d="M50 30V230H450" fill="none" stroke="#767676"/>',
    *(label(number) for number in range(9)),
    line(falling, "#0b6b50"),
    line(rising, "#8a4b00"),
    f'<circle cx="{x}" cy="{y}" r="7"/>',
    "</svg>",
]
Path("crossing.svg").write_text("\n".join(drawing) + "\n")
# endregion

print(f"They cross at {cross}.")
