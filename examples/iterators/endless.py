# /// script
# requires-python = ">=3.11"
# ///
from itertools import count, islice, takewhile

squares = (number * number for number in count(1))
print("below 50:", list(takewhile(lambda s: s < 50, squares)))
print("the next:", next(squares))
print("two more:", list(islice(squares, 2)))
print("the next:", next(squares))
print(10_000 in squares, next(squares))
