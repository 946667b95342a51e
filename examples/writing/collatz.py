# /// script
# requires-python = ">=3.11"
# ///
number = 27
steps = 0
highest = number
while number != 1:
    number = number // 2 if number % 2 == 0 else 3 * number + 1
    highest = max(highest, number)
    steps += 1

print(f"Steps: {steps}")
print(f"Highest number on the way: {highest}")
