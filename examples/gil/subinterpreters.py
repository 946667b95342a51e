# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from concurrent import interpreters


def fill(
    numbers: list[int],
    block: memoryview,
    answers: interpreters.Queue,
) -> None:
    numbers.append(99)
    block[0] = 99
    answers.put(numbers)


if __name__ == "__main__":
    numbers = [1, 2, 3]
    block = bytearray(numbers)
    answers = interpreters.create_queue()

    other = interpreters.create()
    thread = other.call_in_thread(
        fill, numbers, memoryview(block), answers
    )
    thread.join()
    print(f"The list over there: {answers.get()}")
    print(f"The list here: {numbers}")
    print(f"The block here: {list(block)}")
    other.close()
