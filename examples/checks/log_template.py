# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import json
import logging
import sys
from string.templatelib import Interpolation, Template, convert


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        if not isinstance(record.msg, Template):
            return json.dumps({"text": super().format(record)})
        text, values = "", {}
        for part in record.msg:
            if isinstance(part, Interpolation):
                values[part.expression] = part.value
                value = convert(part.value, part.conversion)
                text += format(value, part.format_spec)
            else:
                text += part
        return json.dumps({"text": text, "values": values}, default=str)


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(JsonFormatter())
log = logging.getLogger("shop")
log.addHandler(handler)

user, price = "ada", 3.5
log.warning(t"{user} owes {price:.2f}")
log.warning("that is all")
