# /// script
# requires-python = ">=3.11"
# ///
class Average:
    def __init__(self) -> None:
        self.values: list[float] = []

    def __call__(self, value: float) -> float:
        self.values.append(value)
        return sum(self.values) / len(self.values)


average = Average()
print([average(reading) for reading in (18, 20, 25)])
print(list(map(average, [17, 20])))
print(len(average.values), callable(average), callable(18))
