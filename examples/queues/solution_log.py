# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the queue"
# replace = { "lines.put(line)" = "print(line, file=log)" }
# ///
import io
import queue
import threading

lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
meeting = threading.Barrier(2)


class Log(io.StringIO):  # stands in for a file
    def write(self, text: str) -> int:
        written = super().write(text)
        try:
            meeting.wait(timeout=0.5)  # forced: let another write
        except threading.BrokenBarrierError:
            pass  # no other thread writes
        return written


log = Log()


def keep_log() -> None:
    while (line := lines.get()) is not None:
        print(line, file=log)


def work(name: str) -> None:
    meeting.wait()  # both begin at the same time
    for step in [1, 2]:
        line = f"{name}: step {step}"
        lines.put(line)


keeper = threading.Thread(target=keep_log)
keeper.start()
workers = [
    threading.Thread(target=work, args=(name,))
    for name in ["red", "blue"]
]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
lines.put(None)
keeper.join()

found = log.getvalue().splitlines()
whole = [line for line in found if line.count("step") == 1]
print(f"{len(whole)} whole lines")
