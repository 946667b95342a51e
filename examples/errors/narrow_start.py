# /// script
# requires-python = ">=3.11"
# ///
prices = {"tea": 2, "cake": 4}


def bill() -> str:
    return f"{prices['tea'] + prices['coffee']} EUR"


def menu() -> str:
    return ", ".join(prices)


commands = {"bill": bill, "menu": menu}

for name in ["menu", "dance", "bill"]:
    try:
        print(commands[name]())
    except KeyError:
        print(f"no such command: {name}")
