# /// script
# requires-python = ">=3.11"
# ///
words = ["spam", "egg", "spam"]

for word in sorted(set(words)):
    print(word, words.count(word))
