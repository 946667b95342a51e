# /// script
# requires-python = ">=3.11"
# ///
import sys
import threading

ping_turn = threading.Semaphore(1)
pong_turn = threading.Semaphore(0)


def play(
    word: str, mine: threading.Semaphore, other: threading.Semaphore
) -> None:
    for _ in range(3):
        mine.acquire()  # wait for my turn
        sys.stdout.write(f"{word}\n")
        other.release()  # now it is yours


players = [
    threading.Thread(target=play, args=("ping", ping_turn, pong_turn)),
    threading.Thread(target=play, args=("pong", pong_turn, ping_turn)),
]
for player in players:
    player.start()
for player in players:
    player.join()
