// A server with one aggregate, and who asks it or the three APIs themselves. Messages: { settings, tokens }, then { kind, requests }.
import { aggregate, cachePolicy, problems, session, sharedCache, tokenExchange } from "@fedseal/fastify";
import Fastify from "fastify";
import { stopwatch } from "./measure.mjs";

const PERIOD = "from=2024-01-01&to=2024-03-31";

let ask;

process.on("message", async ({ settings, tokens, kind, requests }) => {
  try {
    if (settings !== undefined) {
      ask = await start(settings, tokens);
      return process.send({});
    }
    const stop = stopwatch();
    for (let index = 0; index < requests; index++) await ask[kind](index);
    process.send(stop());
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.on("disconnect", () => process.exit());

async function start({ issuer, clientId, clientSecret, audience, targets, apis }, people) {
  const calls = {
    products: { target: "reports:catalog", url: `${apis.admin}/products?limit=100&archived=false` },
    one: { target: "reports:catalog", url: `${apis.admin}/products?limit=1` },
    best: { target: "reports", url: `${apis.reports}/top-products?${PERIOD}&limit=1` },
  };
  const server = Fastify();
  await server.register(problems);
  await server.register(cachePolicy);
  await server.register(session, { issuer, audience, keys: `${issuer}/.well-known/jwks.json` });
  await server.register(tokenExchange, { tokenEndpoint: `${issuer}/oauth/token`, clientId, clientSecret, targets });
  await server.register(sharedCache);
  await server.register(aggregate);
  server.aggregate("/all", { cache: "no-store", upstreams: calls, compose: (parts) => parts });
  server.get("/tokens", { config: { cache: "no-store" } }, async (request) => {
    const own = {};
    for (const { target } of Object.values(calls)) own[target] ??= (await request.exchange(target)).token;
    return own;
  });
  const origin = await server.listen({ port: 0, host: "127.0.0.1" });
  const read = async (url, bearer) => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const exchanged = [];
  for (const token of people) exchanged.push(await read(`${origin}/tokens`, token));
  return {
    aggregate: (index) => read(`${origin}/all`, people[index % people.length]),
    direct: (index) => {
      const own = exchanged[index % people.length];
      return Promise.all(Object.values(calls).map(({ target, url }) => read(url, own[target])));
    },
  };
}
