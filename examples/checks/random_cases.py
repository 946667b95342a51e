# /// script
# requires-python = ">=3.11"
# ///
import random


def pack(text: str) -> str:
    """Run-length: 'aaab' becomes 'a3b1'."""
    result = ""
    for letter in dict.fromkeys(text):  # wrong: each letter once
        result += f"{letter}{text.count(letter)}"
    return result


def unpack(packed: str) -> str:
    pairs = zip(packed[::2], packed[1::2])
    return "".join(letter * int(count) for letter, count in pairs)


def fails(text: str) -> bool:
    return unpack(pack(text)) != text


def shrink(text: str) -> str:
    for i in range(len(text)):
        shorter = text[:i] + text[i + 1 :]
        if fails(shorter):
            return shrink(shorter)
    return text


chance = random.Random(1)
for number in range(1, 101):
    text = "".join(chance.choices("ab", k=chance.randrange(9)))
    if fails(text):
        print(f"case {number}: {text}, shrunk: {shrink(text)}")
        break
