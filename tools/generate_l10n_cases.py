"""Write `tests/cases/l10n_intl.jsonl`: `python -m tools.generate_l10n_cases`.

It holds what Node's Intl prints. That is ICU, the reference implementation of CLDR.
Each line holds a locale, a method of `Formatter`, its arguments, and the text.
"""

import json
import subprocess
from pathlib import Path

CASES = Path(__file__).parents[1] / "tests" / "cases" / "l10n_intl.jsonl"
LOCALES = """
    en fr de es pt ar hi ja en-IN fr-CA es-MX pt-PT ar-EG it pl ru sv tr fa he ko sw
    zh-Hans
"""
SCRIPT = r"""
const [locales] = JSON.parse(process.argv[1]);
const numbers = ['0', '-1234567.125', '1234.5', '0.000000000000000001',
  '123456789012.123456789012345678', '12345', '999'];
const sums = [['1250.5', 'USD'], ['-0.125', 'EUR'], ['1234567', 'JPY'],
  ['98765.43', 'PKR'], ['100000', 'INR']];
const coins = [['6200', 'BTC'], ['0.00012345', 'BTC'], ['-1234.5', 'ETH']];
const shares = ['0', '12.5', '-3', '1234'];
const large = [['745000000', 'USD'], ['1250000000000', 'USD'], ['999999', 'EUR'],
  ['1234', 'USD'], ['-6200000', 'INR']];
const ranges = [['5', '7', 'USD'], ['1250', '1250.5', 'EUR'], ['0.1', '0.25', 'BTC']];
const countries = ['SV', 'BT', 'PK', 'CF', 'US', 'GB', 'AE', 'IR', 'UA', 'TR'];
const digits = { minimumFractionDigits: 0, maximumFractionDigits: 18 };
const crypto = code => ['BTC', 'ETH'].includes(code) ? digits : {};
const out = [];
const say = (locale, method, args, options, value) => out.push(
  { locale, method, args, expected: value(new Intl.NumberFormat(locale, options)) });
for (const locale of locales) {
  for (const value of numbers)
    say(locale, 'number', [value], digits, f => f.format(value));
  for (const [value, currency] of [...sums, ...coins])
    say(locale, 'money', [value, currency],
      { style: 'currency', currency, ...crypto(currency) }, f => f.format(value));
  for (const value of shares)
    say(locale, 'percent', [value], { style: 'percent', ...digits },
      f => f.format(value + 'E-2'));
  for (const [value, currency] of large)
    say(locale, 'compact', [value, currency], { style: 'currency', currency,
      notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 },
      f => f.format(value));
  for (const [low, high, currency] of ranges)
    say(locale, 'range', [low, high, currency],
      { style: 'currency', currency, ...crypto(currency) },
      f => f.formatRange(low, high));
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  for (const code of countries)
    out.push({ locale, method: 'country', args: [code], expected: names.of(code) });
}
for (const line of out) console.log(JSON.stringify(line));
"""


def main() -> None:
    """Ask Intl and write its answers."""
    versions = "process.versions.node + ' ' + process.versions.cldr"
    asked = ["node", "-p", versions]
    node, cldr = subprocess.run(
        asked, check=True, capture_output=True, text=True
    ).stdout.split()
    answered = subprocess.run(
        ["node", "-e", SCRIPT, json.dumps([LOCALES.split()])],
        check=True,
        capture_output=True,
        text=True,
    )
    made_by = {"generator": "tools/generate_l10n_cases.py", "node": node, "cldr": cldr}
    meta = json.dumps(made_by)
    CASES.write_text(f"{meta}\n{answered.stdout}", "utf-8")
    print(f"{CASES.name}: {answered.stdout.count(chr(10))} cases")


if __name__ == "__main__":
    main()
