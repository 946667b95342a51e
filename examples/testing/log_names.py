# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# order = { key = '^(\w+)' }
# ///
import logging
import subprocess
import sys
import threading

logging.basicConfig(
    stream=sys.stdout,
    level=logging.INFO,
    format="%(threadName)s: %(message)s",
)


def run(term: str) -> None:
    logging.info("computing %s", term)
    command = [sys.executable, "-c", f"print({term})"]
    output = subprocess.check_output(command, text=True)
    logging.info("result %s", output.strip())


threads = [
    threading.Thread(target=run, args=(f"{n} ** 9",), name=f"power{n}")
    for n in [2, 3, 4]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
