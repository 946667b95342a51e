# /// script
# requires-python = ">=3.11"
# ///
import logging
import sys

logging.basicConfig(
    stream=sys.stdout,
    format="%(levelname)s %(name)s: %(message)s",
    level=logging.DEBUG,
)
logging.getLogger("database").setLevel(logging.WARNING)

logging.getLogger("shop").debug("2 orders")
logging.getLogger("database.pool").debug("8 connections")
logging.getLogger("database.query").info("SELECT 1")
logging.getLogger("database").warning("slow")
