# /// script
# requires-python = ">=3.11"
# ///
import asyncio
import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor

started, may_end = threading.Event(), threading.Event()


def wait_in_thread() -> str:
    started.set()
    may_end.wait()
    return "it went on to its end"


async def stop_a_task() -> str:
    task = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0)  # now it waits
    task.cancel()
    await asyncio.wait([task])
    return "it stopped" if task.cancelled() else "it went on"


def wait_in_process() -> None:
    threading.Event().wait()


if __name__ == "__main__":
    print(f"Task, cancelled:    {asyncio.run(stop_a_task())}")

    with ThreadPoolExecutor() as pool:
        future = pool.submit(wait_in_thread)
        started.wait()
        answer = future.cancel()
        may_end.set()
        print(f"Thread, cancel() is {answer}: {future.result()}")

    process = multiprocessing.Process(target=wait_in_process)
    process.start()
    process.terminate()
    process.join()
    print(f"Process, terminated: exit code {process.exitcode}")
