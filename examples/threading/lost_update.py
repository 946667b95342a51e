# /// script
# requires-python = ">=3.11"
# ///
import threading

balance = 100
both_have_read = threading.Barrier(2)


def deposit(amount):
    global balance
    seen = balance  # read
    both_have_read.wait()  # forced: wait until both have read
    balance = seen + amount  # write


threads = [
    threading.Thread(target=deposit, args=(50,)) for _ in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("Expected: 200")
print(f"Balance: {balance}")
