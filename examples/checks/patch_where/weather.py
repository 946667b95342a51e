def celsius() -> int:
    return 10  # the real one asks a station
