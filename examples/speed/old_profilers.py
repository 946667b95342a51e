# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///
import cProfile
import importlib
import profiling.tracing
import warnings

print("cProfile:", cProfile.Profile is profiling.tracing.Profile)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    importlib.import_module("profile")
for warning in caught:
    print("profile:", warning.category.__name__)
    for sentence in str(warning.message).split(". "):
        print(" ", sentence.rstrip("."))
