# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import asyncio
import warnings

for name in ["get_child_watcher", "ThreadedChildWatcher"]:
    print(f"asyncio.{name}: {hasattr(asyncio, name)}")

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    _ = asyncio.get_event_loop_policy()
print(f"get_event_loop_policy(): {caught[0].category.__name__}")
