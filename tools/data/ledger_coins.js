// Print what @ledgerhq/cryptoassets knows of native coins, as JSON. Its own
// dependencies aren't needed for that: each becomes an object that echoes names.
const Module = require("module");
const load = Module._load;
const echo = new Proxy({}, { get: (_, name) => String(name) });
Module._load = (name, ...rest) =>
  name.startsWith("@ledgerhq/") ? new Proxy({}, { get: () => echo }) : load(name, ...rest);
const { cryptocurrenciesById } = require(process.argv[2]);
const coins = Object.values(cryptocurrenciesById).map(({ id, ticker, units }) => [
  id,
  { ticker, units: units.map(({ code, magnitude }) => [code, magnitude]) },
]);
console.log(JSON.stringify(Object.fromEntries(coins)));
