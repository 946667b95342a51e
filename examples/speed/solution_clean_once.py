# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import profiling.tracing
import pstats
from collections import Counter


def clean(word: str) -> str:
    return word.strip(".,;").lower()


def report(text: str) -> dict[str, int]:
    return Counter(clean(word) for word in text.split())


profiler = profiling.tracing.Profile()
with profiler:
    result = report("To be, or not to be; that is the question." * 10)

print("be:", result["be"])
stats = pstats.Stats(profiler).get_stats_profile().func_profiles
print(f"clean: {stats['clean'].ncalls} calls")
