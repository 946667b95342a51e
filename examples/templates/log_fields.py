# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
import json
import logging
import sys
from string.templatelib import Interpolation, Template


class Fields(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        if not isinstance(record.msg, Template):
            return super().format(record)
        text = "".join(
            format(part.value, part.format_spec)
            if isinstance(part, Interpolation)
            else part
            for part in record.msg
        )
        fields = {
            i.expression: i.value for i in record.msg.interpolations
        }
        return f"{text} {json.dumps(fields)}"


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Fields())
log = logging.getLogger("shop")
log.addHandler(handler)

user, total = "Ada", 12.5
log.warning(t"{user} paid {total:.2f} EUR")
log.warning("A plain text, %s", "as before")
