# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import sys
from types import CodeType


def price(age: int, member: bool) -> int:
    cost = 10
    if age < 18:
        cost = 5
    if member:
        cost -= 1
    return cost


def on_branch(code: CodeType, start: int, target: int) -> object:
    untaken.discard((start, target))
    return sys.monitoring.DISABLE  # this way is known now


code = price.__code__
untaken: set[tuple[int, int]] = set()
for start, left, right in code.co_branches():
    untaken |= {(start, left), (start, right)}

monitoring, events = sys.monitoring, sys.monitoring.events
TOOL = monitoring.COVERAGE_ID
monitoring.use_tool_id(TOOL, "coverage")
for event in (events.BRANCH_LEFT, events.BRANCH_RIGHT):
    monitoring.register_callback(TOOL, event, on_branch)
monitoring.set_local_events(
    TOOL, code, events.BRANCH_LEFT | events.BRANCH_RIGHT
)

for age, member in [(30, True), (12, True), (12, False)]:
    price(age, member)
    print(age, member, "- ways not taken:", len(untaken))
