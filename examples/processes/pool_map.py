# /// script
# requires-python = ">=3.11"
# ///
from multiprocessing import Pool


def area(width: int, height: int) -> int:
    return width * height


if __name__ == "__main__":
    with Pool(processes=2) as pool:
        print(pool.map(abs, [-3, 2, -1]))
        print(pool.starmap(area, [(2, 3), (4, 5)]))
        print(sorted(pool.imap_unordered(len, ["sofa", "bed"])))
        later = pool.apply_async(area, (6, 7))
        print(later.get(timeout=5))
