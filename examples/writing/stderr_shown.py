# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# stderr = true
# ///
import logging

logging.basicConfig(format="%(levelname)s: %(message)s")
print("Saving notes.txt")
logging.warning("the disk is almost full")
print("Saved")
