# /// script
# requires-python = ">=3.11"
# ///
import random

random.seed(2026)
dice = [random.randint(1, 6) for _ in range(5)]
print(f"Dice: {dice}")
