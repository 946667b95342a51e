print(f"{__name__} runs")

count = 0
