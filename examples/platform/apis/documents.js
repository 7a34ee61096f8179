// Writes the OpenAPI documents of the APIs: `node examples/platform/apis/documents.js`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalytics } from "./analytics/analytics.js";
import { createCatalog } from "./catalog/catalog.js";

/** Nobody is asked for a token here, and nothing listens. */
const NOBODY = { issuer: "https://issuer.example.com", audience: "document", origin: "https://app.example.com" };

/** API → the text of its document. */
export async function documents() {
  const apis = {
    catalog: await createCatalog({ ...NOBODY, database: ":memory:" }),
    analytics: await createAnalytics({ ...NOBODY, organizations: ["document"], rows: 1 }),
  };
  const texts = {};
  for (const [name, server] of Object.entries(apis)) {
    await server.ready();
    texts[name] = `${JSON.stringify(server.swagger(), null, 2)}\n`;
    await server.close();
  }
  return texts;
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(await documents())) {
    writeFileSync(join(import.meta.dirname, name, "openapi.json"), text);
  }
}
