PRICES = {"tea": 4, "coffee": 6}


def __getattr__(name: str) -> object:
    if name == "prices":  # its old name
        print("prices is now PRICES")
        return PRICES
    if name == "tax":
        print("looking up the tax")
        globals()["tax"] = 0.19  # from now on an ordinary global
        return 0.19
    raise AttributeError(f"no {name} in {__name__}")
