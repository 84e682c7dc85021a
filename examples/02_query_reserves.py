"""Ask typed questions: a wrong field or a wrong type is an error before it runs."""

import sovcrypto as sc

english = sc.Formatter("en")
data = sc.bundled()

# The latest figure for each holder, the largest holding first.
latest = data.reserves.where(
    sc.Reserve.asset == "BTC", sc.Reserve.stage == sc.Stage.IN_EFFECT
).latest_per(sc.Reserve.holder, by=sc.Reserve.period)
for reserve in latest.order_by(sc.desc(sc.Reserve.quantity)):
    print(english.fact(reserve))

# "More than 6,200 BTC" is not certainly more than 7,000, but it may be.
many = sc.Amount.exactly(7000, "BTC")
large = data.reserves.where(sc.Reserve.holder == "SV", sc.Reserve.quantity > many)
print(f"certainly above 7,000 BTC: {large.count()}, possibly: {large.maybe().count()}")

# Groups keep their types: a count, and the last date, by country.
by_holder = data.reserves.group_by(sc.Reserve.holder)
for holder, (figures, seen) in by_holder.agg(
    sc.count(), sc.latest(sc.Reserve.period)
).items():
    print(holder, figures, seen and english.period(seen))

# A condition may follow a relation, here from countries to their tokens.
gold = sc.Country.tokens.any(sc.Token.backing == sc.Backing.GOLD)
for country in data.countries.where(gold):
    print(english.country(country.code), "has a token backed by gold")
