# /// script
# requires-python = ">=3.11"
# ///
import logging
import sys

logging.basicConfig(
    stream=sys.stdout,
    format="%(levelname)s %(name)s: %(message)s",
    level=logging.WARNING,
)
shop = logging.getLogger("shop")
orders = logging.getLogger("shop.orders")

orders.info("one")
shop.setLevel(logging.INFO)
orders.info("two")  # takes the level of its parent

orders.addHandler(logging.StreamHandler(sys.stdout))
orders.info("three")  # its own handler, and that of the root
orders.propagate = False
orders.info("four")
