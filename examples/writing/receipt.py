# /// script
# requires-python = ">=3.11"
# ///
# region data
PRICES = {"bread": 2.5, "milk": 1.2, "cheese": 6.3}
TAX = 0.07
# endregion

# region sum
net = sum(PRICES.values())
gross = net * (1 + TAX)
# endregion

# region print
for name, price in PRICES.items():
    print(f"{name:<8}{price:>6.2f}")
print(f"{'net':<8}{net:>6.2f}")
print(f"{'gross':<8}{gross:>6.2f}")
# endregion
