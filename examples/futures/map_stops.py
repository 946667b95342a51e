# /// script
# requires-python = ">=3.11"
# ///
from concurrent.futures import ThreadPoolExecutor

texts = ["1", "2", "three", "4"]

with ThreadPoolExecutor() as pool:
    numbers = pool.map(int, texts)
    try:
        for number in numbers:
            print(number)
    except ValueError as error:
        print(f"stopped: {error}")

    print(f"What is left: {list(numbers)}")
