# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { key = '^(\w+)' }
# ///
import logging
import random
import sys
import threading
import time

logging.basicConfig(
    stream=sys.stdout,
    level=logging.INFO,
    format="%(threadName)s: %(message)s",
)


def fetch(page):
    time.sleep(random.uniform(0, 0.03))
    logging.info("asking for page %d", page)
    time.sleep(random.uniform(0, 0.03))
    logging.info("got page %d", page)


threads = [
    threading.Thread(target=fetch, args=(page,), name=f"page{page}")
    for page in [1, 2, 3]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
