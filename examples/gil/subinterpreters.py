# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///
from concurrent import interpreters

visits = 0


def visit(who):
    global visits
    visits += 1
    return f"{who}: visit {visits}"


if __name__ == "__main__":
    print(visit("Main"))
    print(visit("Main"))

    other = interpreters.create()
    print(other.call(visit, "Other"))  # starts from 0 over there
    print(visit("Main"))
    other.close()
