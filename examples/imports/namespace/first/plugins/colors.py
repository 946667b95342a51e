names = ["red", "blue"]
