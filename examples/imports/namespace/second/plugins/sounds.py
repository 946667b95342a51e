names = ["ding", "dong"]
