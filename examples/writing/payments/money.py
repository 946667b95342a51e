def in_words(cents):
    euros, rest = divmod(cents, 100)
    return f"{euros} euros and {rest} cents"
