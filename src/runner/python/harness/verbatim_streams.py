"""What a watched run prints, with the line and the lane that print it."""

import io
import sys

from verbatim_events import Events
from verbatim_names import MAX_TEXT
from verbatim_objects import text_of

# Parts of a text that is written at once.
MAX_PARTS = 40


class Streams(Events):
    def watch_stream(self, name):
        watch, kind = self, {"stdout": "out", "stderr": "err"}[name]

        class TextIOWrapper(io.TextIOWrapper):
            def write(self, text):
                with watch.lock:
                    count = super().write(text)
                    watch.wrote(kind, text, sys._getframe(1))
                return count

            def flush(self):
                with watch.lock:
                    super().flush()

        before = getattr(sys, name)
        stream = TextIOWrapper(before.detach(), "utf-8", before.errors, "\n", line_buffering=True)
        stream.mode = "w"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)

    def wrote(self, kind, text, frame):
        text = text_of(text)
        own, _ = self.own_frame(frame)
        watched = self.thread()
        lane = None if watched is None else self.lane_of(watched)
        if len(text) > MAX_PARTS * MAX_TEXT:
            # No picture shows that much: what is reported lacks its end, and is refused.
            self.most = 0
        for start in range(0, len(text), MAX_TEXT):
            self.emit(kind, lane, self.now(), own and own.f_lineno, text[start : start + MAX_TEXT])
