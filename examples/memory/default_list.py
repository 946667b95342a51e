# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with a list as the default"
# replace = { "list[str] | None = None" = "list[str] = []" }
# ///
def note(text: str, log: list[str] | None = None) -> list[str]:
    if log is None:
        log = []
    log.append(text)
    return log


print(note("open"))
print(note("close"))
print(note("lock", ["closed"]))
