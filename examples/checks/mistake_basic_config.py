# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "with force"
# replace = { "level=logging.INFO" = "level=logging.INFO, force=True" }
# ///
import logging
import sys

# Some module that was imported first:
logging.basicConfig(stream=sys.stdout, format="%(message)s")

# The main program:
logging.basicConfig(stream=sys.stdout, level=logging.INFO)
logging.info("ready")
logging.warning("low on tea")
