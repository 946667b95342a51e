# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    url: str
    headers: frozendict[str, str] = frozendict()


plain = Request("/news")
tagged = Request("/news", frozendict(lang="en", accept="text"))
same = Request("/news", frozendict(accept="text", lang="en"))
cache = {plain: "page", tagged: "page in English"}
print(plain)
print("order matters:", tagged != same)
print(cache[same])
