# /// script
# requires-python = ">=3.11"
# ///
import threading
from concurrent.futures import (
    FIRST_COMPLETED,
    ThreadPoolExecutor,
    wait,
)

open_road = threading.Event()


def drive(name: str, road: threading.Event | None = None) -> str:
    if road:
        road.wait()
    return name


with ThreadPoolExecutor(max_workers=3) as pool:
    cars = {pool.submit(drive, "red")}
    cars |= {
        pool.submit(drive, name, open_road)
        for name in ["blue", "green"]
    }

    done, waiting = wait(cars, return_when=FIRST_COMPLETED)
    print(f"First: {[car.result() for car in done]}")
    print(f"Still on their way: {len(waiting)}")

    open_road.set()
    done, waiting = wait(waiting)
    print(f"Then: {sorted(car.result() for car in done)}")
    print(f"Still on their way: {len(waiting)}")
