# /// script
# requires-python = ">=3.11"
# ///
from collections import Counter

text = "spam egg spam ham spam"
for word, count in Counter(text.split()).most_common():
    print(f"{word}: {count}")
