# /// script
# requires-python = ">=3.11"
# ///
from dataclasses import dataclass, field
from inspect import signature


@dataclass
class Base:
    name: str
    retries: int = 3


try:

    @dataclass
    class Refused(Base):
        url: str

except TypeError as error:
    print("refused:", type(error).__name__)


@dataclass
class Download(Base):
    url: str = field(kw_only=True)
    retries: int = 5  # keeps the place that it has in Base


print(signature(Download))
print(Download("page", url="https://example.org"))
