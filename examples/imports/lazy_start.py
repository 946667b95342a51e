# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import statistics
import sys


def report(values: list[int]) -> None:
    print("mean:", statistics.mean(values))


def usage() -> None:
    print("usage: report NUMBER ...")


usage()
print("loaded:", "statistics" in sys.modules)
report([2, 4, 9])
