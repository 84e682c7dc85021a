"""Write `assets.json`, the registry of virtual assets: `python -m tools.assets`.

`data/assets.toml` says which assets, and by what words they go; decimals come from
Ledger's tables. No ticker may equal a currency or a measure: units share one namespace.
"""

import json
import re
import subprocess
from pathlib import Path

from tools.packages import (
    DATA,
    TOOLS,
    Json,
    Package,
    read_json,
    read_toml,
    write_table,
)

LEDGER = Package(
    registry="npm",
    name="@ledgerhq/cryptoassets",
    version="13.30.0",  # later versions keep the tokens on a server
    licence="Apache-2.0",
    used_for="decimals of coins and tokens",
)
DTI_RECORDS = Package(
    registry="Hex",
    name="digital_token",
    version="0.4.0",
    licence="Apache-2.0",
    used_for="ISO 24165 identifiers, copied by hand into tools/data/assets.toml",
)
# What codes.measure accepts, and the word for virtual assets in general.
MEASURES = re.compile(r"[kMGT]?Wh?|[kMGTPE]?H/s|%|persons|months|years|crypto")
# Where each kind of token stands in its table: address, ticker, decimals.
TOKEN_TABLES = {
    "erc20": ("evm/1/erc20.json", (6, 2, 3)),
    "spl": ("spl.json", (4, 3, 5)),
    "trc20": ("trc20.json", (3, 1, 4)),
}
RENAMED = {"EURC": "EUROC"}  # Ledger's ticker where it keeps an old one
DTI_DIGITS = "0123456789BCDFGHJKLMNPQRSTVWXZ"
DTI_GIVEN = "4H95J0R2X"  # Bitcoin's was chosen, not computed

Tokens = dict[tuple[str, str], tuple[str, int]]


def native_coins(folder: Path) -> Json:
    """Let Node read Ledger's table of coins, which is a program."""
    script, table = TOOLS / "data" / "ledger_coins.js", folder / "lib" / "currencies.js"
    command = ["node", str(script), str(table)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)
    coins: Json = json.loads(printed.stdout)
    return coins


def tokens(folder: Path) -> Tokens:
    """Return ticker and decimals of each token by kind and address."""
    return {
        (kind, row[address].lower()): (row[ticker].upper(), row[decimals])
        for kind, (path, (address, ticker, decimals)) in TOKEN_TABLES.items()
        for row in read_json(folder / "src" / "data" / path)
    }


def check_character(base: str) -> str:
    """Compute the last character of a DTI: ISO 7064 MOD 31,30.

    >>> check_character("X9J9K872")
    'S'
    """
    size = len(DTI_DIGITS)
    product = size
    for char in base:
        total = (product + DTI_DIGITS.index(char)) % size or size
        product = total * 2 % (size + 1)
    return DTI_DIGITS[(1 - product) % size]


def decimals_of(ticker: str, entry: Json, coins: Json, known: Tokens) -> int | None:
    """Look the decimals up, and see that the address is the asset's."""
    if "coin" in entry:
        coin = coins[entry["coin"]]
        found, decimals = coin["ticker"], coin["units"][0][1]
    elif kind := next((kind for kind in TOKEN_TABLES if kind in entry), None):
        found, decimals = known[kind, entry[kind].lower()]
    else:
        return entry.get("decimals")
    if found != RENAMED.get(ticker, ticker):
        message = f"{ticker} is {found} at Ledger"
        raise ValueError(message)
    return int(decimals)


def check(rows: Json) -> None:
    """Refuse what would be ambiguous, or is no DTI.

    Raises:
        ValueError: a ticker or an alias has another meaning, or a DTI is wrong.
    """
    tables = read_json(DATA / "currencies.json")
    money = {*tables["currencies"], *tables["withdrawn"]["codes"]}
    words = [word for row in rows.values() for word in row.get("aliases", ())]
    dtis = [row["dti"] for row in rows.values() if "dti" in row]
    wrong = [code for code in rows if code in money or MEASURES.fullmatch(code)]
    wrong += [word for word in words if words.count(word) > 1 or word.lower() != word]
    wrong += [
        dti
        for dti in dtis
        if dtis.count(dti) > 1
        or (check_character(dti[:-1]) != dti[-1] and dti != DTI_GIVEN)
    ]
    if wrong:
        message = f"ambiguous or wrong: {wrong}"
        raise ValueError(message)


def main() -> None:
    """Read the list and Ledger's tables, and write the registry."""
    folder = LEDGER.fetch()
    coins, known = native_coins(folder), tokens(folder)
    optional = ("dti", "aliases", "ambiguous", "subunits")
    rows = {
        ticker: {
            "name": entry["name"],
            "kind": kind,
            "decimals": decimals_of(ticker, entry, coins, known),
            **{key: entry[key] for key in optional if key in entry},
        }
        for kind, entries in read_toml("assets").items()
        for ticker, entry in entries.items()
    }
    check(rows)
    packages = [LEDGER, DTI_RECORDS]
    write_table("assets", "tools/assets.py", packages, {"assets": rows})


if __name__ == "__main__":
    main()
