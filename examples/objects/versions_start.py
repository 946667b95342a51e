# /// script
# requires-python = ">=3.11"
# ///
class Version:
    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Version({self.text!r})"


releases = [Version(text) for text in ("3.15", "3.9", "3.15.0")]
print(sorted(releases, key=repr))  # without key=repr, please
print(releases[0].text >= releases[1].text)  # and without .text
print(releases[0] == releases[2], len(set(releases)))
