# /// script
# requires-python = ">=3.11"
# ///
import logging.config
from contextvars import ContextVar

request = ContextVar("request", default="-")


class AddRequest(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.request = request.get()
        return True  # let it pass


FORM = "[{request}] {levelname} {name}: {message}"
OUT = {
    "class": "logging.StreamHandler",
    "stream": "ext://sys.stdout",
    "formatter": "line",
    "filters": ["add"],
}
logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"add": {"()": AddRequest}},
        "formatters": {"line": {"format": FORM, "style": "{"}},
        "handlers": {"out": OUT},
        "root": {"handlers": ["out"], "level": "INFO"},
        "loggers": {"noisy": {"level": "ERROR"}},
    }
)
logging.getLogger("shop").info("open")
request.set("r-17")
logging.getLogger("shop.orders").info("one tea")
logging.getLogger("noisy.library").warning("never shown")
