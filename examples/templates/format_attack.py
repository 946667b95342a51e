# /// script
# requires-python = ">=3.11"
# ///
SECRET = "s3cr3t-key"


class User:
    def __init__(self, name: str) -> None:
        self.name = name


def greet(pattern: str, user: User) -> str:
    return pattern.format(user=user)


ada = User("Ada")
print(greet("Hello {user.name}!", ada))
print(greet("{user.__init__.__globals__[SECRET]}", ada))
