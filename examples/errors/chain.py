# /// script
# requires-python = ">=3.11"
# ///
settings: dict[str, str] = {}


class ConfigError(Exception):
    pass


def port(style: str) -> str:
    try:
        return settings["port"]
    except KeyError as error:
        problem = ConfigError("no port")
        match style:
            case "plain":
                raise problem
            case "from error":
                raise problem from error
            case _:
                raise problem from None


for style in ["plain", "from error", "from None"]:
    try:
        port(style)
    except ConfigError as e:
        print(f"raise, {style}:")
        print(f"  cause {e.__cause__!r}, context {e.__context__!r}")
        print(f"  context hidden: {e.__suppress_context__}")
