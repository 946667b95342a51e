from weather import celsius


def advice() -> str:
    return "hat" if celsius() > 25 else "coat"
