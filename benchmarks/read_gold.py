"""Print what is read in a folder of articles, in the schema of labelled articles.

    python benchmarks/read_gold.py DIR > predictions.jsonl

Every `*.txt` of the folder gives one JSON line: its id (the name up to the first
dot), the quantities and countries that are mentioned, and the facts that the schema
has a type for. Kinds of facts that it lacks are left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sovcrypto.model import (
    Action,
    Adoption,
    Agreement,
    Exchange,
    Financing,
    LegalStatus,
    Licence,
    LicenceStatus,
    Market,
    Mining,
    Regulator,
    Reserve,
    ReserveMovement,
    Sector,
    Stage,
    Status,
    Token,
    TradingVolume,
)
from sovcrypto.reading import Document, MentionKind, mentions, read
from sovcrypto.values import Amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sovcrypto.model import AnyFact

Json = dict[str, object]

STAGES: Mapping[Stage, str] = {
    Stage.IN_EFFECT: "held",
    Stage.PLANNED: "planned",
    Stage.PROPOSED: "proposed",
    Stage.REJECTED: "rejected",
    Stage.ENDED: "sold",
}
METRICS: Mapping[Market, str] = {
    Market.TOTAL: "trading_volume",
    Market.SPOT: "spot_volume",
    Market.DERIVATIVES: "derivatives_volume",
}
STATUSES: Mapping[Status, str] = {
    Status.LEGAL_TENDER: "legal_tender",
    Status.PAYMENT_ACCEPTED: "payment_accepted",
    Status.PERMITTED: "legal",
    Status.REGULATED: "legal",
    Status.RESTRICTED: "restricted",
    Status.BANNED: "banned",
}


def amount(value: Amount | None) -> Json | None:
    """Return an amount in the schema of the labels."""
    if value is None:
        return None
    return {
        "low": None if value.low is None else f"{value.low:f}",
        "high": None if value.high is None else f"{value.high:f}",
        "low_open": value.low_open,
        "high_open": value.high_open,
        "approx": value.approximate,
        "unit": value.unit,
    }


def reserve(fact: Reserve) -> Json:
    """Return a reserve."""
    return {
        "type": "reserve",
        "country": fact.holder,
        "asset": fact.asset,
        "status": STAGES[fact.stage],
        "quantity": amount(fact.quantity),
        "value": amount(fact.value),
        "subdivision": fact.subdivision,
    }


def movement(fact: ReserveMovement) -> Json | None:
    """Return what a state has sold, or is asked to buy: that is a reserve asked for.

    Other movements have no place in the schema.
    """
    sold = fact.action is Action.SALE and fact.stage is Stage.IN_EFFECT
    figures = fact.quantity is not None or fact.value is not None
    asked = fact.action is Action.PURCHASE and fact.stage is Stage.PROPOSED
    if not sold and not (asked and figures):
        return None
    return {
        "type": "reserve",
        "country": fact.holder,
        "asset": fact.asset,
        "status": "sold" if sold else "proposed",
        "quantity": amount(fact.quantity),
        "value": amount(fact.value),
    }


def agreement(fact: Agreement) -> Json | None:
    """Return an agreement that was made: states by code, bodies and firms by name."""
    if fact.stage not in {Stage.IN_EFFECT, Stage.ENDED}:
        return None
    parties = [party.name or party.country for party in fact.parties]
    return {
        "type": "agreement",
        "parties": parties,
        "form": fact.form.value,
        "binding": fact.binding,
        "date": fact.signed and str(fact.signed),
    }


def legal_status(fact: LegalStatus) -> Iterator[Json]:
    """Yield a legal status; a ban on mining is a status of mining.

    The schema has no stage for a ban: one that is announced is a ban.
    """
    banned = fact.status in {Status.BANNED, Status.RESTRICTED}
    announced = banned and fact.stage is Stage.PLANNED
    if fact.stage is not Stage.IN_EFFECT and not announced:
        return
    if fact.status is Status.BANNED and Sector.MINING in fact.sectors:
        yield {
            "type": "mining",
            "country": fact.country,
            "status": "banned",
            "subdivision": fact.subdivision,
        }
        if fact.sectors == (Sector.MINING,):
            return
    yield {
        "type": "legal_status",
        "country": fact.country,
        "asset": fact.asset,
        "status": STATUSES[fact.status],
        "sector": fact.sectors[0].value if fact.sectors else None,
        "since": fact.period and str(fact.period),
        "subdivision": fact.subdivision,
    }


def regulator(fact: Regulator) -> Json:
    """Return a regulator."""
    return {
        "type": "regulator",
        "country": fact.country,
        "name": fact.name,
        "status": "planned" if fact.stage is Stage.PLANNED else "existing",
        "founded": fact.founded and str(fact.founded),
    }


def volume(fact: TradingVolume) -> Json:
    """Return a trading volume or a market share."""
    if fact.amount is None:
        metric, figure = "market_share", fact.share
    else:
        metric, figure = METRICS[fact.market], fact.amount
    return {
        "type": "exchange",
        "name": fact.exchange,
        "metric": metric,
        "quantity": amount(figure),
        "per": fact.per and fact.per.value,
        "period": fact.period and str(fact.period),
    }


def users(fact: Exchange) -> Json | None:
    """Return how many people use an exchange."""
    if fact.users is None:
        return None
    return {
        "type": "exchange",
        "name": fact.name,
        "metric": "users",
        "quantity": amount(fact.users),
    }


def licence(fact: Licence) -> Json | None:
    """Return a licence that an exchange has."""
    if fact.status is not LicenceStatus.AUTHORISED:
        return None
    return {
        "type": "exchange",
        "name": fact.holder,
        "metric": "licence",
        "country": fact.country,
    }


def mining(fact: Mining) -> Json | None:
    """Return mining that goes on or is planned."""
    statuses = {Stage.IN_EFFECT: "active", Stage.PLANNED: "planned"}
    if fact.stage not in statuses:
        return None
    return {
        "type": "mining",
        "country": fact.country,
        "status": statuses[fact.stage],
        "power": amount(fact.power),
        "energy": fact.energy[0].value if fact.energy else None,
        "subdivision": fact.subdivision,
    }


def holders(fact: Adoption) -> Json | None:
    """Return how many hold virtual assets today."""
    if fact.stage is not Stage.IN_EFFECT:
        return None
    figure = fact.quantity if fact.quantity is not None else fact.share
    return {"type": "holders", "country": fact.country, "quantity": amount(figure)}


def financing(fact: Financing) -> Json | None:
    """Return a loan to a state that is decided."""
    if fact.stage in {Stage.PROPOSED, Stage.REJECTED}:
        return None
    return {
        "type": "financing",
        "lender": fact.lender,
        "country": fact.borrower,
        "amount": amount(fact.amount),
    }


def token(fact: Token) -> Json:
    """Return a state's token."""
    return {
        "type": "token",
        "country": fact.issuer,
        "name": fact.name,
        "kind": fact.kind and fact.kind.value,
        "backing": fact.backing and fact.backing.value,
    }


WRITERS: Mapping[type[AnyFact], Callable[..., Json | Iterator[Json] | None]] = {
    Reserve: reserve,
    ReserveMovement: movement,
    Agreement: agreement,
    LegalStatus: legal_status,
    Regulator: regulator,
    TradingVolume: volume,
    Licence: licence,
    Exchange: users,
    Mining: mining,
    Adoption: holders,
    Financing: financing,
    Token: token,
}


def written(fact: AnyFact) -> Iterator[Json]:
    """Yield a fact in the schema, nothing where the schema has no type for it."""
    writer = WRITERS.get(type(fact))
    rows = writer(fact) if writer else None
    if rows is None:
        return
    span = fact.citations[0].span
    for row in [rows] if isinstance(rows, dict) else rows:
        stated = {key: value for key, value in row.items() if value is not None}
        yield {**stated, "evidence": list(span) if span else None}


def distinct(rows: Iterable[Json]) -> list[Json]:
    """Leave out a token told twice: the schema does not say how far it has come."""
    seen: set[tuple[object, str]] = set()
    kept: list[Json] = []
    for row in rows:
        key = row.get("country"), str(row.get("name")).casefold()
        if row["type"] != "token" or key not in seen:
            kept.append(row)
        if row["type"] == "token":
            seen.add(key)
    return kept


def predict(name: str, text: str) -> Json:
    """Return all that is read in one article."""
    document = Document(text)
    found = mentions(document)
    quantities = [
        {
            "start": mention.start,
            "end": mention.end,
            "text": text[mention.start : mention.end],
            **(amount(mention.value) or {}),
        }
        for mention in found
        if isinstance(mention.value, Amount)
    ]
    countries = {m.value for m in found if m.kind is MentionKind.COUNTRY}
    facts = distinct(row for fact in read(document) for row in written(fact))
    return {
        "id": name,
        "quantities": quantities,
        "countries": sorted(map(str, countries)),
        "facts": facts,
    }


def main() -> None:
    """Print one line for each article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"no such folder: {folder}")
    for path in sorted(folder.glob("*.txt")):
        line = predict(path.name.partition(".")[0], path.read_text("utf-8"))
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
