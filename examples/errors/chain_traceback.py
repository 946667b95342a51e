# /// script
# requires-python = ">=3.11"
# [tool.verbatim]
# raises = "ConfigError"
# ///


class ConfigError(Exception):
    pass


settings = {"host": "localhost"}
try:
    settings["port"]
except KeyError as error:
    raise ConfigError("no port is set") from error
