"""Read an article: its facts, and the words that each of them rests on."""

import sovcrypto as sc

ARTICLE = """\
Bhutan and its bitcoin

In May, Bhutan signed a memorandum of understanding with Cumberland DRW.

It is not legally binding. Bhutan holds about 12,000 BTC, mined with hydropower.
"""

source = sc.Source(publisher="The Example", published=sc.Period("2025-12-15"))
document = sc.Document(ARTICLE, source)
french = sc.Formatter("fr")

for fact in sc.read(document):
    print(french.fact(fact))
    for citation in fact.citations:
        if citation.span is not None:
            start, end = citation.span
            print(f"    {citation.rule}: {document.text[start:end]!r}")

# What a text mentions, fact or no fact: amounts, dates, countries, assets, bodies.
for mention in sc.mentions(document):
    print(f"{mention.start:4}–{mention.end:<4} {mention.kind:8} {mention.value}")
