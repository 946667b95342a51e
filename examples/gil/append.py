# /// script
# requires-python = ">=3.11"
# ///
import threading

numbers: list[int] = []
owners: dict[int, str] = {}
together = threading.Barrier(4)


def work(name: str) -> None:
    together.wait()
    for number in range(10_000):
        numbers.append(number)
        owners.setdefault(number, name)


threads = [
    threading.Thread(target=work, args=(name,)) for name in "ABCD"
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"Numbers: {len(numbers)}")
print(f"All there: {sorted(numbers) == sorted(4 * [*range(10_000)])}")
print(f"Owners: {len(owners)}")
