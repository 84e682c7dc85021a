"""Merge what several sources say: agreement adds citations, rivals stay apart."""

import sovcrypto as sc

ENGLISH = sc.Document(
    "El Salvador holds more than 6,200 BTC.",
    sc.Source(publisher="The Daily Example", published=sc.Period("2025-07-16")),
)
FRENCH = sc.Document(
    "Le Salvador détient plus de 6 200 BTC.",
    sc.Source(publisher="Le Quotidien", published=sc.Period("2025-07-17")),
)
RIVAL = sc.Document(
    "El Salvador holds about 6,000 BTC.",
    sc.Source(publisher="The Sceptic", published=sc.Period("2025-07-18")),
)

data = sc.Dataset()
for document in (ENGLISH, FRENCH, RIVAL):
    data |= sc.Dataset(sc.read(document))

formatter = sc.Formatter("en")
for fact in data:
    print(formatter.fact(fact))
    for citation in fact.citations:
        print(f"    {formatter.citation(citation)}")

# Merging knows no order: the other way round gives the same.
again = sc.Dataset(sc.read(RIVAL)) | sc.Dataset(sc.read(FRENCH))
print("the same:", again | sc.Dataset(sc.read(ENGLISH)) == data)
