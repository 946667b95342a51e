# /// script
# requires-python = ">=3.14"
# [tool.verbatim]
# optional = true
# ///


def age(row: dict[str, str]) -> int:
    try:
        return int(row["age"])
    except KeyError, ValueError:
        return -1


print(age({"age": "12"}), age({"age": "twelve"}), age({}))

try:
    compile("try: f()\nexcept A, B as e: pass", "old.py", "exec")
except SyntaxError as error:
    print(error.msg)
