# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without cancelling"
# replace = { "cancel_futures=True" = "cancel_futures=False" }
# ///
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

LINKS = ["/", "/old", "/news", "/shop", "/help", "/about", "/jobs"]
asked: list[str] = []
slow = threading.Event()


def check(link: str) -> int:
    asked.append(link)
    if link == "/old":
        return 404
    slow.wait()  # forced: no other answer comes before it
    return 200


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {pool.submit(check, link): link for link in LINKS}
    for future in as_completed(futures):
        if future.result() == 404:
            print(f"Broken: {futures[future]}")
            pool.shutdown(wait=False, cancel_futures=True)
            slow.set()
            break

print(f"All were asked: {len(asked) == len(LINKS)}")
