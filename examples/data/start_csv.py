# /// script
# requires-python = ">=3.11"
# ///
import csv
import json

lines = ["what,count,price", "tea,3,1.50", '"soup, hot",1,4.00']
for row in csv.DictReader(lines):
    print(json.dumps(row))
