def hello() -> None:
    print("hello from the start-up file")
