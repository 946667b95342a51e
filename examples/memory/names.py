# /// script
# requires-python = ">=3.11"
# ///
basket = ["tea"]
same = basket  # a second name for the one list
other = basket.copy()  # a list of its own

same += ["milk"]  # changes the list
print("basket:", basket, "other:", other)
print("one list:", basket is same, basket is other)

same = same + ["rice"]  # makes a new list, and moves the name
print("basket:", basket, "same:", same)
print("one list:", basket is same)
