# /// script
# requires-python = ">=3.11"
# ///
import queue
import threading

LINKS = {
    "home": ["news", "help"],
    "news": ["home", "archive"],
    "help": [],
    "archive": ["home"],
}
pages = queue.Queue()
seen = {"home"}
lock = threading.Lock()


def visit():
    while True:
        page = pages.get()
        for link in LINKS[page]:
            with lock:
                new = link not in seen
                seen.add(link)
            if new:
                pages.put(link)  # before task_done()
        pages.task_done()


for _ in range(3):
    threading.Thread(target=visit, daemon=True).start()
pages.put("home")
pages.join()
print(f"Visited: {sorted(seen)}")
