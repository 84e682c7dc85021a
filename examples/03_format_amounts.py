"""Say the same figures as readers of six languages write them, vagueness included."""

import sovcrypto as sc

FIGURES = (
    sc.Amount.more_than(6200, "BTC"),
    sc.Amount.about(745_000_000, "USD"),
    sc.Amount.between(15_000_000, 20_000_000, "persons"),
    sc.Amount.at_least("1.25e12", "USD"),
    sc.Amount.exactly(2000, "MW"),
    sc.Amount.exactly("4.5", "%"),
    sc.Amount.exactly("0.12345678", "BTC"),
)

for locale in ("en", "fr", "de", "pt-BR", "hi", "ar-EG"):
    formatter = sc.Formatter(locale)
    short = sc.Formatter(locale, notation="compact", maximum_fraction_digits=2)
    print(
        f"{locale}: {formatter.country('BT')}, {formatter.period(sc.Period('2025-05'))}"
    )
    for amount in FIGURES:
        print(f"  {amount!s:32} {formatter.amount(amount)}")
    print(f"  {'(short)':32} {short.format(FIGURES[3])}")
