# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# timeline = { resolution = 0.1 }
# ///
import time
from concurrent.futures import ThreadPoolExecutor

ANSWERS = {"/": 0.8, "/news": 2.0, "/shop": 0.8, "/help": 0.8}


def check(path: str) -> str:
    time.sleep(ANSWERS[path])  # what the server takes
    return f"{path} is there"


with ThreadPoolExecutor(2, thread_name_prefix="checker") as pool:
    for line in pool.map(check, ANSWERS):
        print(line)
