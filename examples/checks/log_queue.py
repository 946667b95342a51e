# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import logging
import logging.handlers
import queue
import sys
import threading


class Slow(logging.StreamHandler):
    def emit(self, record: logging.LogRecord) -> None:
        name = threading.current_thread().name
        print(f"{record.threadName} said, {name} writes", end=": ")
        super().emit(record)


records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
log = logging.getLogger("shop")
log.setLevel(logging.INFO)
log.addHandler(logging.handlers.QueueHandler(records))

with logging.handlers.QueueListener(records, Slow(sys.stdout)):
    log.info("one")
    log.info("two")
print("all is written")
