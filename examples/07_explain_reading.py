"""Explain what was read: the words that a fact rests on, and what each of them gave."""

import sovcrypto as sc

ARTICLE = """\
Pakistan plans to set up a bitcoin reserve.

In May, it created a regulator, the Pakistan Digital Assets Authority.

According to Bilal Bin Saqib, 15 to 20 million Pakistanis hold cryptocurrencies.
"""

document = sc.Document(ARTICLE, sc.Source(published=sc.Period("2025-07-16")))

for explanation in sc.explain(document, *sc.read(document)):
    print(sc.Formatter("en").fact(explanation.fact))
    for part in explanation.parts:
        print(f"    {part.text!r} gives {part.gives}: {part.how} ({part.rule})")
        if part.antecedent is not None:
            start, end = part.antecedent
            print(f"        spoken of as {document.text[start:end]!r}")

# What no reader would see at once: which figures rest on the date of the article.
dated = [
    (type(explanation.fact).__name__, part.gives, part.text)
    for explanation in sc.explain(document, *sc.read(document))
    for part in explanation.parts
    if part.how is sc.How.DATED
]
print("with the date of the article:", dated)
