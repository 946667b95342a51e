# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas>=2.3"]
# [tool.verbatim]
# timeout = 60
# [tool.verbatim.artifacts]
# "cities.csv" = "For each city: orders, median and highest price"
# ///
from concurrent.futures import ProcessPoolExecutor

import pandas as pd

CITIES = ["Bonn", "Kiel", "Ulm"]


def summary(group: tuple[str, pd.Series]) -> dict[str, object]:
    city, prices = group
    return {
        "city": city,
        "orders": len(prices),
        "median": int(prices.median()),
        "highest": prices.max(),
    }


if __name__ == "__main__":
    orders = pd.DataFrame(
        {
            "city": [CITIES[n % 7 % 3] for n in range(900)],
            "price": [n * n % 101 for n in range(900)],
        }
    )
    with ProcessPoolExecutor(max_workers=2) as pool:
        groups = orders.groupby("city")["price"]
        rows = list(pool.map(summary, groups))
    cities = pd.DataFrame(rows).set_index("city")
    print(cities)
    cities.to_csv("cities.csv")
