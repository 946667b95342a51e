# /// script
# requires-python = ">=3.11"
# ///
class Page:
    def render(self) -> list[str]:
        return ["page"]


class WithTitle(Page):
    def render(self) -> list[str]:
        return ["title", *super().render()]


class WithFooter(Page):
    def render(self) -> list[str]:
        return [*super().render(), "footer"]


class Article(WithTitle, WithFooter): ...


print(*Article().render())
