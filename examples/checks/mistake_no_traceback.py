# /// script
# requires-python = ">=3.13"
# [tool.verbatim]
# stderr = true
# ///
import logging

logging.basicConfig(format="%(levelname)s %(message)s")


def price(stock: dict[str, int], what: str) -> int:
    return stock[what]


try:
    price({"tea": 3}, "coffee")
except KeyError as error:
    logging.error("failed: %s", error)
    logging.exception("failed")
