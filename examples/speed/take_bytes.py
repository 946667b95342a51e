# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import tracemalloc


def message() -> bytearray:
    buffer = bytearray()
    for number in range(100_000):
        buffer += b"%07d\n" % number
    return buffer


def copied(buffer: bytearray) -> bytes:
    return bytes(buffer)


def taken(buffer: bytearray) -> bytes:
    return buffer.take_bytes()


tracemalloc.start()
for finish in copied, taken:
    buffer = message()
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    result = finish(buffer)
    more = tracemalloc.get_traced_memory()[1] - before
    print(f"{finish.__name__}: {len(result):,} bytes,", end=" ")
    print(f"{len(buffer):,} left in the buffer,", end=" ")
    print(f"{round(more, -4):,} more allocated")
