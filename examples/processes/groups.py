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


def summary(group):
    city, orders = group
    return {
        "city": city,
        "orders": len(orders),
        "median": int(orders["price"].median()),
        "highest": orders["price"].max(),
    }


if __name__ == "__main__":
    orders = pd.DataFrame(
        {
            "city": [CITIES[n % 7 % 3] for n in range(900)],
            "price": [n * n % 101 for n in range(900)],
        }
    )
    with ProcessPoolExecutor(max_workers=2) as pool:
        rows = list(pool.map(summary, orders.groupby("city")))
    cities = pd.DataFrame(rows).set_index("city")
    print(cities)
    cities.to_csv("cities.csv")
