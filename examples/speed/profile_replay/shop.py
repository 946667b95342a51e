def prices() -> int:
    return sum(n * n % 7 for n in range(20_000_000))


def stock() -> int:
    return sum(n * n % 7 for n in range(2_000_000))


print(prices() + stock())
