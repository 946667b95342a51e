# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import copy
import inspect
import pickle

OLD = object()
NOT_GIVEN = sentinel("NOT_GIVEN")


def find(name: str, default: str | NOT_GIVEN | None = NOT_GIVEN):
    phones = {"Ada": "1815", "Bob": "1912"}
    if name in phones:
        return phones[name]
    if default is NOT_GIVEN:
        raise LookupError(f"no phone for {name}")
    return default


print(find("Cid", None))
try:
    find("Cid")
except LookupError as error:
    print("LookupError:", error)
print(inspect.signature(find))

for marker in OLD, NOT_GIVEN:
    kept = copy.deepcopy({"phone": marker})["phone"] is marker
    sent = pickle.loads(pickle.dumps(marker)) is marker
    print(f"{type(marker).__name__}: {kept=}, {sent=}")
