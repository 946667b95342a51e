# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import threading


def draw_numbers():
    yield from range(1, 1001)


numbers = threading.serialize_iterator(draw_numbers())
drawn = []


def draw():
    for number in numbers:
        drawn.append(number)


threads = [threading.Thread(target=draw) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"{len(drawn)} numbers drawn, {len(set(drawn))} different")
