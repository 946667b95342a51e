# /// script
# requires-python = ">=3.11"
# ///
from typing import Any


class Playlist:
    def __init__(self, *songs: str) -> None:
        self.songs = songs

    def __repr__(self) -> str:
        return f"Playlist{self.songs!r}"

    def __len__(self) -> int:
        return len(self.songs)

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return type(self)(*self.songs[index])
        return self.songs[index]

    def __add__(self, other: object) -> "Playlist":
        if not isinstance(other, Playlist):
            return NotImplemented
        return type(self)(*self.songs, *other.songs)


party = Playlist("Dance", "Jump", "Sway", "Twist")
print(party[-1], party[1:3], party[::-1][:2])
print(party[:1] + party[3:], "Sway" in party)
print(bool(party[9:]))
try:
    print(party + "Sleep")
except TypeError as error:
    print("TypeError:", error)
