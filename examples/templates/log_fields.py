# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import json
import logging
import sys
from string.templatelib import Interpolation, Template, convert


def text_of(part: str | Interpolation) -> str:
    if isinstance(part, str):
        return part
    value = convert(part.value, part.conversion)
    return format(value, part.format_spec)


class Fields(logging.Formatter):
    def formatMessage(self, record: logging.LogRecord) -> str:
        if not isinstance(record.msg, Template):
            return super().formatMessage(record)
        text = "".join(text_of(part) for part in record.msg)
        fields = {
            i.expression: i.value for i in record.msg.interpolations
        }
        return f"{text} {json.dumps(fields, default=str)}"


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Fields())
log = logging.getLogger("shop")
log.addHandler(handler)

user, total = "Ada", 12.5
log.warning(t"{user} paid {total:.2f} EUR")
log.warning("A plain text, %s", "as before")
