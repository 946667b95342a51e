# /// script
# requires-python = ">=3.11"
# ///
import logging
import sys

logging.basicConfig(
    stream=sys.stdout, format="%(message)s", level=logging.INFO
)
log = logging.getLogger("shop")


class Report:
    written = 0

    def __str__(self) -> str:
        Report.written += 1
        return "many pages"


report = Report()
log.debug(f"made {report}")
print("f-string:", Report.written)
log.debug("made %s", report)
print("argument:", Report.written)
log.info("made %s", report)
print("shown:", Report.written)
