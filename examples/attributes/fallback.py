# /// script
# requires-python = ">=3.11"
# ///
class Settings:
    theme = "light"

    def __init__(self) -> None:
        self.size = 12

    def __getattribute__(self, name: str) -> object:
        print(f"  __getattribute__ {name}")
        return super().__getattribute__(name)

    def __getattr__(self, name: str) -> object:
        print(f"  __getattr__ {name}")
        if name.startswith("has_"):
            return False
        raise AttributeError(f"no setting {name}")


settings = Settings()
for name in ("theme", "size", "has_sound", "color"):
    print(f"{name}:", getattr(settings, name, "a default"))
