# /// script
# requires-python = ">=3.11"
# [[tool.verbatim.variant]]
# name = "on the logger"
# replace = { "handler.addFilter" = "shop.addFilter" }
# ///
import logging
import sys

TOKEN = "s3cret"


class Hide(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage().replace(TOKEN, "***")
        record.msg, record.args = text, ()
        return True


handler = logging.StreamHandler(sys.stdout)
shop = logging.getLogger("shop")
shop.addHandler(handler)
handler.addFilter(Hide())

shop.warning("token %s refused", TOKEN)
logging.getLogger("shop.orders").warning("sent %s", TOKEN)
