# /// script
# requires-python = ">=3.11"
# ///
class Drink:
    def describe(self) -> str:
        return "a drink"


class Hot(Drink):
    def describe(self) -> str:
        return "hot, " + super().describe()


class Sweet(Drink):
    def describe(self) -> str:
        return "sweet, " + super().describe()


class Cocoa(Hot, Sweet): ...


print(Hot().describe())
print(Cocoa().describe())
print(super(Sweet, Cocoa()).describe())
