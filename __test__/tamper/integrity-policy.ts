import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Engine } from "./engine.ts";

/** The policy under which a script without a hash is blocked. Firefox knows it from 145 on, and the ESR before does not. */
export const POLICY = { "integrity-policy": "blocked-destinations=(script)" };

/** Whether an engine blocks a script without a hash under {@link POLICY}: what it does, not what its version says. */
export async function knowsIntegrityPolicy(engine: Engine): Promise<boolean> {
  const server = createServer(({ url }, response) => {
    if (url === "/plain.js") return response.setHeader("Content-Type", "text/javascript").end("globalThis.ran = true;");
    for (const [name, value] of Object.entries(POLICY)) response.setHeader(name, value);
    response.setHeader("Content-Type", "text/html").end('<!doctype html><script src="/plain.js"></script>');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const tab = await engine.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const ran = await tab.evaluate("globalThis.ran === true");
    await tab.close();
    return !ran;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
