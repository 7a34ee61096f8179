import { Problem, promote, stop, widen } from "@fedseal/fastify";

const BODY = {
  type: "object",
  additionalProperties: false,
  required: ["action", "why"],
  properties: {
    action: { enum: ["widen", "promote", "stop"] },
    percent: { type: "number", minimum: 0, maximum: 100 },
    why: { type: "string", minLength: 1, maxLength: 200 },
  },
};

/**
 * For those who operate the platform: what is released, how it loads, and the switch of each canary. What a person does is in the audit
 * under their name.
 *
 * @param {import("fastify").FastifyInstance} server
 * @param {{ store: import("@fedseal/fastify").RolloutStore, watch: import("@fedseal/fastify").CanaryWatch,
 *   require: (request: import("fastify").FastifyRequest) => void }} options `require` throws for who may not
 */
export function operate(server, { store, watch, require }) {
  const config = { cache: "no-store" };
  const onRequest = async (request) => require(request);

  server.get("/api/platform/rollouts", { config, onRequest }, async () => {
    const verdicts = await watch.look();
    const [{ remotes }, loads] = await Promise.all([store.read(), server.loads()]);
    return { remotes, loads, verdicts: Object.fromEntries(verdicts.map((one) => [one.remote, one])) };
  });
  server.post("/api/platform/rollouts/:remote", { config, onRequest, schema: { body: BODY } }, async (request) => {
    const { remote } = request.params;
    const { action, percent, why } = request.body;
    const order = { who: request.session.sub, why };
    if (action === "stop") return stop(store, remote, order);
    if (action === "promote") {
      const verdict = (await watch.look()).find((one) => one.remote === remote);
      return promote(store, remote, { ...order, verdict });
    }
    if (percent === undefined) throw new Problem("ERR_FEDSEAL_REQUEST", 400, "`percent` is missing.");
    return widen(store, remote, percent, { ...order, start: true });
  });
}
