# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# env = { APP_MODE = "debug" }
# ///
import os

print("Mode:", os.environ.get("APP_MODE", "normal"))
print("Token:", os.environ.get("API_TOKEN", "none"))
