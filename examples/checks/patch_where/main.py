# /// script
# requires-python = ">=3.11"
# ///
from unittest.mock import patch

import report

with patch("weather.celsius", return_value=30):
    print("where it is defined:", report.advice())

with patch("report.celsius", return_value=30):
    print("where it is used:   ", report.advice())

print("after the blocks:   ", report.advice())
