# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "one after the other"
# replace = { "ready.append(job)" = "ready.appendleft(job)" }
# ///
from collections import deque
from collections.abc import Iterator


def cook(dish: str, steps: list[str]) -> Iterator[str]:
    for step in steps:
        yield f"{dish}: {step}"


def run(jobs: list[Iterator[str]]) -> None:
    ready = deque(jobs)
    while ready:
        job = ready.popleft()
        if (line := next(job, None)) is not None:
            print(line)
            ready.append(job)  # it waits for its next turn


run(
    [
        cook("soup", ["cut onions", "boil water", "serve"]),
        cook("rice", ["wash it", "steam it", "serve"]),
    ]
)
