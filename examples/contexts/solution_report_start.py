# /// script
# requires-python = ">=3.11"
# ///
def section(title: str) -> None:
    print(title)


section("Stock")
section("Tea")
print("green: 3")
section("Coffee")
print("whole: 5")
print("end of the stock")
