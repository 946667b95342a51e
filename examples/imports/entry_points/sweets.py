def cake() -> str:
    return "a piece of cake"


def scone() -> str:
    return "a warm scone"
