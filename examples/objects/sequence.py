# /// script
# requires-python = ">=3.11"
# ///
asked: list[int | slice] = []


class Weekend:
    days = ("Friday", "Saturday", "Sunday")

    def __len__(self) -> int:
        return len(self.days)

    def __getitem__(self, index: int | slice):
        asked.append(index)
        return self.days[index]


def show(what: str, result: object) -> None:
    print(f"{what}: {result}, asked for {asked}")
    asked.clear()


days = Weekend()
show("in", "Saturday" in days)
show("for", [day[:2] for day in days])
show("reversed", [day[:2] for day in reversed(days)])
show("slice", days[1:])
