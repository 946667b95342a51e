# /// script
# requires-python = ">=3.11"
# ///
def linear(numbers, wanted):
    """Look at one after the other."""
    for steps, number in enumerate(numbers, start=1):
        if number == wanted:
            return steps
    return None


def halving(numbers, wanted):
    """Leave out the half that cannot have it."""
    steps, low, high = 0, 0, len(numbers)
    while low < high:
        steps += 1
        middle = (low + high) // 2
        if numbers[middle] == wanted:
            return steps
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return None


numbers = range(1000)
print(f"One by one: {linear(numbers, 501)} steps")
print(f"By halves: {halving(numbers, 501)} steps")
