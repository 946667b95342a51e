# /// script
# requires-python = ">=3.11"
# ///
class Page:
    def render(self) -> list[str]:
        return ["page"]


class WithTitle(Page):
    def render(self) -> list[str]:
        return ["title", *Page.render(self)]


class WithFooter(Page):
    def render(self) -> list[str]:
        return [*Page.render(self), "footer"]


class Article(WithTitle, WithFooter): ...


print(*Article().render())
