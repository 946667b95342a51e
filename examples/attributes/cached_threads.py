# /// script
# requires-python = ">=3.11"
# ///
import threading
from functools import cached_property

meeting = threading.Barrier(2)
computed = []


class Report:
    @cached_property
    def total(self) -> int:
        try:
            meeting.wait(timeout=0.5)  # is another thread here, too?
        except threading.BrokenBarrierError:
            pass
        computed.append("total")
        return 42


report = Report()
threads = [
    threading.Thread(target=getattr, args=(report, "total"))
    for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"computed: {len(computed)}")
