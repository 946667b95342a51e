# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import profiling.tracing
import pstats


def clean(word: str) -> str:
    return word.strip(".,;").lower()


def score(word: str, words: list[str]) -> int:
    return sum(clean(other) == clean(word) for other in words)


def report(text: str) -> dict[str, int]:
    words = text.split()
    return {clean(word): score(word, words) for word in words}


profiler = profiling.tracing.Profile()
with profiler:
    result = report("To be, or not to be; that is the question." * 10)

print("be:", result["be"])
stats = pstats.Stats(profiler).get_stats_profile().func_profiles
for name in "report", "score", "clean":
    print(f"{name}: {stats[name].ncalls} calls")
