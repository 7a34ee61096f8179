import { createServer } from "node:http";
import { fallback, page, render } from "./page.js";
import { Remotes, TooManyOverrides } from "./remotes.js";
import { readSettings } from "./settings.js";

const settings = settingsOrExit();
const remotes = new Remotes(settings);

// A remote is code of others, and what it throws later on reaches no try: it must not end the server for everybody.
process.on("uncaughtException", (error) => console.error(error));

const server = createServer(async (request, response) => {
  const {
    status,
    html,
    error,
    styles = [],
  } = await answer(request).catch(async (thrown) => {
    console.error(thrown);
    return { status: 500, html: await render(fallback("Something went wrong.")) };
  });
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    // The page has no scripts, whatever a remote renders.
    "content-security-policy": `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${styles.join(" ") || "'none'"}`,
    "integrity-policy": "blocked-destinations=(script)",
    "x-content-type-options": "nosniff",
    ...(error !== undefined && { "x-remote-error": error }),
  });
  response.end(html);
});
server.on("error", (error) => exit(error.message));
server.listen(settings.port, "127.0.0.1", () => {
  const { port } = server.address();
  console.log(`The page is served at http://127.0.0.1:${port}`);
});

async function answer({ method, url }) {
  const { pathname, searchParams } = URL.canParse(`http://host${url}`) ? new URL(`http://host${url}`) : {};
  if (pathname !== "/") return { status: 404, html: await render(fallback("There is no such page.")) };
  if (!["GET", "HEAD"].includes(method))
    return { status: 405, html: await render(fallback("This page is read only.")) };

  const given = searchParams.get("manifest");
  if (given !== null && !settings.overrides) return refusal(403, "OVERRIDES_DISABLED");
  let remote;
  try {
    remote = given === null ? await remotes.operator() : await remotes.override(given);
    const html = await render(page(remote));
    return { status: 200, html, styles: [...new Set(remote.styles.map(({ href }) => new URL(href).origin))] };
  } catch (thrown) {
    // For whoever runs the server; whoever asked for the page gets the code and nothing else.
    console.error(thrown);
    remote?.forget();
    if (thrown instanceof TooManyOverrides) return refusal(503, "TOO_MANY_OVERRIDES");
    const code = codeOf(thrown);
    return refusal(given !== null && FORBIDDEN.includes(code) ? 403 : 502, code);
  }
}

/** What whoever wrote the query may not do, as opposed to what a remote's server did wrong. */
const FORBIDDEN = ["ERR_FEDSEAL_OPTIONS", "ERR_FEDSEAL_ORIGIN", "ERR_FEDSEAL_REDIRECT"];

const EXPLANATIONS = {
  403: "This manifest may not be chosen here.",
  502: "This part of the page is not available: what its server sends is not what its build sealed, or did not arrive.",
  503: "This server has tried as many manifests as it keeps in memory.",
};

async function refusal(status, code) {
  const explanation =
    code === "OVERRIDES_DISABLED"
      ? "Choosing a manifest by the query is disabled on this server."
      : EXPLANATIONS[status];
  return { status, error: code, html: await render(fallback(explanation, code)) };
}

/** Module Federation keeps only the text of an error that happens while it asks for a manifest. */
function codeOf(thrown) {
  // Module Federation's errors have fedseal's as their cause.
  const found = [thrown, Object(thrown).cause].find((error) => error?.name === "FedsealError");
  return found?.code ?? "REMOTE_FAILED";
}

function settingsOrExit() {
  try {
    return readSettings(process.env);
  } catch (error) {
    return exit(error.message);
  }
}

function exit(message) {
  console.error(message);
  process.exit(1);
}
