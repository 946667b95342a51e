# /// script
# requires-python = ">=3.15"
# [tool.verbatim]
# optional = true
# ///

settings = frozendict(host="localhost", port=80, debug=True)

match settings:
    case {"host": host, **rest}:
        print(host, rest)
        print("rest:", type(rest).__name__)

match settings:
    case dict():
        print("a dict")
    case {}:
        print("another mapping:", type(settings).__name__)
