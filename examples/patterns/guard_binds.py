# /// script
# requires-python = ">=3.11"
# ///


def departure(ticket: tuple[str, str, str]) -> str:
    place = "home"
    match ticket:
        case ("train", place, _):
            return f"by train from {place}"
        case ("flight", place, day) if day == "Sunday":
            return f"a Sunday flight from {place}"
    return f"no trip, waiting at {place}"


print(departure(("train", "Lisbon", "Friday")))
print(departure(("flight", "Oslo", "Sunday")))
print(departure(("flight", "Oslo", "Monday")))
print(departure(("ship", "Genoa", "Monday")))
