# /// script
# requires-python = ">=3.12"
# [[tool.verbatim.variant]]
# name = "up to the root"
# replace = { "in found:" = "in found[: int(number**0.5)]:" }
# ///
import inspect
import sys
from collections import Counter
from types import CodeType


def primes(limit: int) -> list[int]:
    found: list[int] = []
    for number in range(2, limit):
        for prime in found:
            if number % prime == 0:
                break
        else:
            found.append(number)
    return found


lines: Counter[int] = Counter()


def count(code: CodeType, line: int) -> None:
    lines[line] += 1


watch = sys.monitoring
tool = watch.PROFILER_ID
watch.use_tool_id(tool, "line counts")
watch.register_callback(tool, watch.events.LINE, count)
watch.set_local_events(tool, primes.__code__, watch.events.LINE)
primes(100)
watch.set_local_events(tool, primes.__code__, watch.events.NO_EVENTS)
watch.free_tool_id(tool)

source, first = inspect.getsourcelines(primes)
for number, text in enumerate(source[1:], first + 1):
    print(f"{lines[number]:4} {text}", end="")
