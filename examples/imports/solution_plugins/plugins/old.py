import asyncore_of_long_ago


def run(text: str) -> str:
    return asyncore_of_long_ago.handle(text)
