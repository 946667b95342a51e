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
message = str(caught[0].message)
print("profile:", caught[0].category.__name__)
print("names 3.17:", "3.17" in message)
print("names profiling.tracing:", "profiling.tracing" in message)
