# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.mask]]
# name = "seconds"
# pattern = 'answer: (\d+\.\d\d) s on the clock'
# min = 0.5
# max = 30.0
# [[tool.verbatim.mask]]
# name = "seconds-of-primes"
# pattern = 'primes: (\d+\.\d\d) s on the clock'
# min = 0.01
# max = 30.0
# [[tool.verbatim.mask]]
# name = "seconds-waiting"
# pattern = 'answer: .* (\d+\.\d\d) s on a core'
# min = 0.0
# max = 0.1
# [[tool.verbatim.mask]]
# name = "seconds-computing"
# pattern = 'primes: .* (\d+\.\d\d) s on a core'
# min = 0.01
# max = 9.0
# ///
import time
from collections.abc import Callable


def wait_for_answer() -> None:
    time.sleep(0.5)  # what a server takes


def find_primes() -> list[int]:
    primes: list[int] = []
    for number in range(2, 25_000):
        if all(number % prime for prime in primes):
            primes.append(number)
    return primes


def measure(job: Callable[[], object]) -> None:
    clock, core = time.perf_counter(), time.process_time()
    job()
    clock = time.perf_counter() - clock
    core = time.process_time() - core
    print(
        f"{job.__name__}: {clock:.2f} s on the clock,"
        f" {core:.2f} s on a core"
    )


measure(wait_for_answer)
measure(find_primes)
