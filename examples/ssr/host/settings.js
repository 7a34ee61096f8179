/**
 * Reads the environment. What cannot be understood is an error: a server that guesses would guess wrong about who may
 * choose the code that it runs.
 *
 * @throws Error whose message says which variable is wrong, and how to write it.
 */
export function readSettings(env) {
  return { port: readPort(env.PORT), manifest: readManifest(env.REACT_REMOTE_MANIFEST), overrides: readOverrides(env) };
}

function readPort(text = "3000") {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`PORT is ${quoted(text)}, which is no port.`);
}

function readManifest(text = "http://127.0.0.1:3001/mf-manifest.json") {
  if (isHttp(text)) return new URL(text).href;
  throw new Error(`REACT_REMOTE_MANIFEST is ${quoted(text)}, which is no http(s) URL.`);
}

/** The origins that `?manifest=` may name; nothing where it may name none. */
function readOverrides({
  REACT_REMOTE_MANIFEST_QUERY_OVERRIDES: wanted = "0",
  REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS: list = "",
}) {
  if (wanted !== "0" && wanted !== "1") {
    throw new Error(`REACT_REMOTE_MANIFEST_QUERY_OVERRIDES is ${quoted(wanted)}; write "1", "0" or leave it out.`);
  }
  const origins = list === "" ? [] : list.split(",").map((item) => item.trim());
  for (const origin of origins) {
    // fedseal knows `*`, too. Here, every server whose code may run is to be named.
    if (isHttp(origin) && new URL(origin).origin === origin && !origin.includes("*")) continue;
    throw new Error(
      `REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS holds ${quoted(origin)}, which is no origin. Write origins like "https://cdn.example.com", separated by commas, without a path.`,
    );
  }
  if (wanted === "0") return undefined;
  if (origins.length > 0) return { origins };
  throw new Error(
    'REACT_REMOTE_MANIFEST_QUERY_OVERRIDES is "1", but REACT_REMOTE_MANIFEST_ALLOWED_ORIGINS is missing: anybody could choose the code that this server runs. Name the origins that may be chosen.',
  );
}

function isHttp(text) {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}

function quoted(text) {
  return JSON.stringify(text);
}
