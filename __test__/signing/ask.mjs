// node ask.mjs <URL of a manifest> <file of a public JWK>: prints "works", or the code of the refusal.
import { readFileSync } from "node:fs";
import { fetchFederationManifest } from "@fedseal/runtime";
import { checkSignatures } from "@fedseal/runtime/signature";

const [url, key] = process.argv.slice(2);
const keys = [JSON.parse(readFileSync(key, "utf8"))];
const signature = checkSignatures({ shop: { policy: "require", keys } });
const outcome = await fetchFederationManifest(url, { remote: "shop", signature }).then(
  () => "works",
  (error) => error.code,
);
console.log(outcome);
