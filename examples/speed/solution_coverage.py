# /// script
# requires-python = ">=3.12"
# [[tool.verbatim.variant]]
# name = "without DISABLE"
# remove = "return watch.DISABLE"
# ///
import sys
from types import CodeType


def sign(number: int) -> str:
    if number < 0:
        return "minus"
    if number > 0:
        return "plus"
    return "zero"


watch = sys.monitoring
reached: set[int] = set()
calls = 0


def on_line(code: CodeType, line: int) -> object:
    global calls
    calls += 1
    reached.add(line - code.co_firstlineno)
    return watch.DISABLE


tool = watch.COVERAGE_ID
watch.use_tool_id(tool, "coverage")
watch.register_callback(tool, watch.events.LINE, on_line)
watch.set_local_events(tool, sign.__code__, watch.events.LINE)
for number in range(1, 10_001):
    sign(number)
watch.set_local_events(tool, sign.__code__, watch.events.NO_EVENTS)
watch.free_tool_id(tool)

print("lines of sign() that ran:", sorted(reached))
print("calls of on_line():", calls)
