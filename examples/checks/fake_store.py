# /// script
# requires-python = ">=3.11"
# ///
from typing import Protocol
from unittest import mock


class Store(Protocol):
    def save(self, key: str, value: int) -> None: ...
    def load(self, key: str) -> int: ...


def deposit(store: Store, name: str, amount: int) -> int:
    balance = store.load(name)
    store.save(name.title(), balance + amount)  # wrong key
    return store.load(name)


class FakeStore:
    def __init__(self) -> None:
        self.values = {"ada": 10}

    def save(self, key: str, value: int) -> None:
        self.values[key] = value

    def load(self, key: str) -> int:
        return self.values[key]


mocked = mock.Mock(**{"load.side_effect": [10, 15]})
print("mock:", deposit(mocked, "ada", 5) == 15)
print("fake:", deposit(FakeStore(), "ada", 5) == 15)
