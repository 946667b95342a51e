# /// script
# requires-python = ">=3.11"
# ///
import os
import threading

read_end, write_end = os.pipe()


def wait_for_data() -> None:
    data = os.read(read_end, 100)  # blocks until something arrives
    print(f"Reader: received {data.decode()}")


reader = threading.Thread(target=wait_for_data)
reader.start()

total = 0
for number in range(1_000_001):
    total += number
print(f"Main: the sum is {total}")

os.write(write_end, b"the answer")
reader.join()
os.close(read_end)
os.close(write_end)
