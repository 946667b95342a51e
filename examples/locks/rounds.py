# /// script
# requires-python = ">=3.11"
# ///
import threading

parts = [1, 2, 3]


def report():
    print(f"All have doubled: {parts}")


meeting = threading.Barrier(3, action=report)


def double(index):
    for _ in range(3):
        parts[index] *= 2
        meeting.wait()  # no thread begins the next round early


threads = [threading.Thread(target=double, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
