"""Write `tests/cases/l10n_intl.jsonl`: `python -m tools.generate_l10n_cases`.

It holds what Node's Intl prints. That is ICU, the reference implementation of CLDR.
Each line holds a locale, a kind, an input, the options of Intl and the text, as
`benchmarks/intl_parity.py` reads them.
"""

import json
import subprocess
from pathlib import Path

CASES = Path(__file__).parents[1] / "tests" / "cases" / "l10n_intl.jsonl"
LOCALES = """
    en fr de es pt ar hi ja en-IN fr-CA fr-CH de-AT es-MX pt-PT ar-EG it pl ru sv tr fa
    he ko sw zh-Hans zh-Hant-HK-u-nu-hanidec fr-u-nu-arab bn dz mk ka ak
"""
SCRIPT = r"""
const [locales] = JSON.parse(process.argv[1]);
const money = (currency, more) => ({ style: 'currency', currency, ...more });
const all = { minimumFractionDigits: 0, maximumFractionDigits: 18 };
const two = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
const compact = { notation: 'compact' };
const long = { notation: 'compact', compactDisplay: 'long' };
const values = [
  ['0', all], ['-1234567.125', all], ['1234.5', {}], ['0.000000000000000001', all],
  ['123456789012.123456789012345678', all], ['12345', {}], ['999', {}], ['0.0005', {}],
  ['1234', { useGrouping: 'always' }], ['12345', { useGrouping: 'min2' }],
  ['12345', { useGrouping: false }], ['123456', { maximumSignificantDigits: 2 }],
  ['1.5', { minimumSignificantDigits: 4 }], ['5', { signDisplay: 'always' }],
  ['-0.4', { maximumFractionDigits: 0, signDisplay: 'negative' }],
  ['-0.4', { maximumFractionDigits: 0 }], ['0', { signDisplay: 'exceptZero' }],
  ['-7', { signDisplay: 'never' }], ['2.5', { roundingMode: 'halfEven',
    maximumFractionDigits: 0 }], ['-2.5', { roundingMode: 'ceil',
    maximumFractionDigits: 0 }], ['41846.31', { notation: 'scientific' }],
  ['-0.00012345', { notation: 'scientific' }], ['9.9999', { notation: 'scientific',
    maximumFractionDigits: 1 }],
  ['1250.5', money('USD')], ['-0.125', money('EUR')], ['1234567', money('JPY')],
  ['98765.43', money('PKR')], ['100000', money('INR')], ['6200', money('BTC', all)],
  ['0.00012345', money('BTC', all)], ['-1234.5', money('ETH', all)],
  ['-5', money('USD', { currencySign: 'accounting' })],
  ['-1234', money('USD', { currencySign: 'accounting', ...compact })],
  ['5', money('INR', { currencyDisplay: 'narrowSymbol' })],
  ['1', money('USD', { currencyDisplay: 'name' })],
  ['1234.5', money('EUR', { currencyDisplay: 'name' })],
  ['2000000', money('USD', { currencyDisplay: 'name', ...long })],
  ['5', money('USD', { currencyDisplay: 'code' })],
  ['745000000', money('USD', { ...compact, ...two })],
  ['1250000000000', money('USD', { ...compact, ...two })],
  ['-6200000', money('INR', { ...compact, ...two })], ['1234567', compact],
  ['999999', money('EUR', compact)], ['1234', money('USD', compact)],
  ['999949', compact], ['1000', long], ['1250000', long], ['2000000000', long],
  ['0.125', { style: 'percent' }], ['-0.03', { style: 'percent' }],
  ['12.345', { style: 'percent', maximumFractionDigits: 1 }],
  ...['0', '1', '2', '5', '11', '1.5', '1000000'].map(value =>
    [value, { style: 'unit', unit: 'year', unitDisplay: 'long' }]),
  ['27689.7', { style: 'unit', unit: 'megabyte' }],
];
const ranges = [['5', '7', money('USD')], ['1250', '1250.5', money('EUR')],
  ['0.1', '0.25', money('BTC', all)], ['-5', '-3', money('USD')], ['-5', '3', {}],
  ['1', '2', { style: 'unit', unit: 'kilometer', unitDisplay: 'long' }],
  ['1000000', '2000000', long], ['900', '1200', long],
  ['1000000', '2000000', money('USD', { currencyDisplay: 'name', ...long })],
  ['0.04', '0.05', { style: 'percent' }], ['1000', '20000', { notation: 'scientific' }],
  ['5.001', '5.002', money('USD')]];
const out = [];
for (const locale of locales) {
  const format = options => new Intl.NumberFormat(locale, options);
  for (const [value, options] of values)
    out.push({ locale, kind: 'number', value, options,
      expected: format(options).format(value) });
  for (const [start, end, options] of ranges)
    out.push({ locale, kind: 'range-number', start, end, options,
      expected: format(options).formatRange(start, end) });
  for (const [value, options] of [['745', {}], ['-7', { signDisplay: 'always' }],
    ['6200', money('USD', compact)]])
    out.push({ locale, kind: 'approx-number', value, options,
      expected: format(options).formatRange(value, value) });
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  for (const code of ['SV', 'BT', 'PK', 'CF', 'US', 'GB', 'AE', 'IR', 'UA', 'TR', 'EU'])
    out.push({ locale, kind: 'region-name', code, expected: names.of(code) });
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
    generator = "tools/generate_l10n_cases.py"
    made_by = {"kind": "meta", "generator": generator, "node": node, "cldr": cldr}
    meta = json.dumps(made_by)
    CASES.write_text(f"{meta}\n{answered.stdout}", "utf-8")
    print(f"{CASES.name}: {answered.stdout.count(chr(10))} cases")


if __name__ == "__main__":
    main()
