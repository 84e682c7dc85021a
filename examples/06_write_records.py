"""Write facts as JSON Lines, read them back, and see what is wrong with bad ones."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import sovcrypto as sc
from sovcrypto.records import unstructure

source = sc.Source(publisher="The Example", url="https://example.org/sv")
held = sc.Reserve(
    holder=sc.country_code("SV"),
    asset=sc.asset_code("BTC"),
    quantity=sc.Amount.more_than(6200, "BTC"),
    period=sc.Period("2025-07"),
    citations=(sc.Citation(source=source, standing=sc.Standing.OFFICIAL),),
)
line = json.dumps(unstructure(held))
print(line)

with TemporaryDirectory() as folder:
    path = Path(folder, "facts.jsonl")
    wrong = line.replace('"SV"', '"ZQ"').replace(">6200 BTC", ">6200 BTX")
    path.write_text(f"{line}\n{wrong}\n", "utf-8")
    data, report = sc.load(path)

print("the same:", data == sc.Dataset.of(held))
for problem in report.problems:
    print(f"line {problem.line}, {problem.path}: {problem.message}")
