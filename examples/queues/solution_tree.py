# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "without the lock"
# remove = "with lock:"
# ///
import queue
import threading

LINKS = {
    "home": ["news", "help"],
    "news": ["home", "archive"],
    "help": ["home", "archive"],
    "archive": ["home"],
}
pages: queue.Queue[str] = queue.Queue()
seen = {"home"}
visited: list[str] = []
lock = threading.Lock()
meeting = threading.Barrier(2)


def meet() -> None:
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        pass  # the other thread cannot come: go on without it


def links_of(page: str) -> list[str]:
    if page in {"news", "help"}:
        meeting.wait()  # forced: two threads read these two
    return LINKS[page]


def is_new(page: str) -> bool:
    if page in seen:
        return False
    if page == "archive":
        meet()  # forced: both find this link, if they can
    seen.add(page)
    return True


def visit() -> None:
    while True:
        page = pages.get()
        try:
            visited.append(page)
            for link in links_of(page):
                with lock:
                    new = is_new(link)
                if new:
                    pages.put(link)  # before task_done()
        finally:
            pages.task_done()


for _ in range(3):
    threading.Thread(target=visit, daemon=True).start()
pages.put("home")
pages.join()
print(f"Visited: {sorted(visited)}")
