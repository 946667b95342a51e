# /// script
# requires-python = ">=3.13"
# ///
import logging
import sys

logging.basicConfig(
    stream=sys.stdout, format="%(levelname)s %(message)s"
)


def price(stock: dict[str, int], what: str) -> int:
    return stock[what]


try:
    price({"tea": 3}, "coffee")
except KeyError as error:
    logging.error("failed: %s", error)
    logging.exception("failed")
