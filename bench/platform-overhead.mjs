// What the server between page and APIs costs: an answer made of three calls, and the same three calls directly.
import { SealedCookie } from "../examples/platform/bff/sealed-cookie.js";
import { interleave } from "./measure.mjs";
import { signInAs, startChild } from "./platform-place.mjs";

/** APIs limit what one person asks in a minute. */
const PEOPLE = 20;

export async function overhead({ place, scale, rounds }) {
  const { platform } = place;
  const requests = Math.max(20, Math.round(200 * scale));
  const key = Buffer.from(platform.settings.key, "base64url");
  const sealed = new SealedCookie({ name: "session", key });
  const tokens = [];
  for (const name of place.names.slice(50, 50 + PEOPLE)) {
    const cookie = await signInAs(platform, name);
    tokens.push((await sealed.read({ cookies: { "__Host-session": cookie.slice("__Host-session=".length) } })).token);
  }
  const child = await startChild("platform-overhead-script.mjs", { settings: platform.settings, tokens });
  try {
    const variants = [
      { name: "three calls, directly", kind: "direct" },
      { name: "one, through the server", kind: "aggregate" },
    ];
    for (const { kind } of variants) await child.ask({ kind, requests: 20 });
    const rows = await interleave("Aggregating", variants, rounds, ({ kind }) => child.ask({ kind, requests }));
    const each = (row, name) => row.samples.map((sample) => sample[name] / requests);
    const extra = (name) => median(each(rows[1], name)) - median(each(rows[0], name));
    const note =
      `${requests} times in a row: three APIs asked at once with tokens that are there already, nothing of it cached. CPU of the process that asks ` +
      `and, where there is one, of the server, which is in the same process; without the APIs. The server adds ${extra("cpu").toFixed(2)} ms of CPU and ` +
      `${extra("wall").toFixed(2)} ms to each answer.`;
    return [{ heading: "An answer of three APIs", note, rows }];
  } finally {
    await child.stop();
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
