# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import asyncio
import os
import threading
from concurrent.futures import (
    InterpreterPoolExecutor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)

visits: list[str] = []


def visit() -> tuple[int, int]:
    visits.append("a visit")
    return os.getpid(), threading.get_ident()


async def visit_as_task() -> tuple[int, int]:
    return visit()


def report(kind: str, there: tuple[int, int]) -> None:
    here = (os.getpid(), threading.get_ident())
    same = [there[0] == here[0], there == here, bool(visits)]
    visits.clear()
    words = [f"{'yes' if each else 'no':13}" for each in same]
    print(f"{kind:12}", *words[:2], words[2].rstrip())


if __name__ == "__main__":
    print("             same process  same thread   same list")
    report("task", asyncio.run(visit_as_task()))
    for kind, executor in [
        ("thread", ThreadPoolExecutor),
        ("interpreter", InterpreterPoolExecutor),
        ("process", ProcessPoolExecutor),
    ]:
        with executor(max_workers=1) as pool:
            report(kind, pool.submit(visit).result())
