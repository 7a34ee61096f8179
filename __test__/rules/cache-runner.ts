import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "@fedseal/binding";
import { folderTarget, gate, release } from "../cache/release.ts";
import { serve } from "../cache/server.ts";
import { fedseal } from "../commands/fedseal.ts";

/**
 * Sides of rules about caching: `response.json` is one response, judged by `fedseal cache test`; `server.json` says how a server
 * differs from one that is right, `_headers` what a hosting platform reads: both are judged by the gate over a sealed release.
 */

interface ResponseFile {
  role: string;
  headers: [string, string][];
  allHeaders?: boolean;
}

interface ServerFile {
  /** Further files of the release, and of the one before. */
  files?: Record<string, string>;
  previousFiles?: Record<string, string>;
  answers?: {
    /** A regular expression over the path. */
    path: string;
    status?: number;
    body?: string;
    headers?: Record<string, string | null>;
    redirect?: string;
    ignoresValidator?: boolean;
  }[];
}

/** Whether a side is one of these. */
export function isCacheSide(side: string): boolean {
  return ["response.json", "server.json", "_headers"].some((name) => existsSync(join(side, name)));
}

/** All that fedseal says of a side. */
export async function cacheSide(side: string): Promise<string> {
  if (existsSync(join(side, "response.json"))) return ofResponse(json(join(side, "response.json")));
  return ofServer(side, existsSync(join(side, "server.json")) ? json(join(side, "server.json")) : {});
}

function ofResponse({ role, headers, allHeaders }: ResponseFile): string {
  const [control, ...others] = headers;
  if (!control) throw new Error("a response has headers");
  const isValue = control[0] === "Cache-Control";
  const args = ["--role", role, ...(allHeaders ? ["--all-headers"] : [])];
  for (const [name, value] of isValue ? others : headers) args.push("--header", `${name}: ${value}`);
  const { stdout, status } = fedseal(".", "cache", "test", ...args, ...(isValue ? [control[1]] : []));
  return `${stdout}exit code ${status}\n\n`;
}

async function ofServer(side: string, { files = {}, previousFiles, answers = [] }: ServerFile): Promise<string> {
  const made = await release({ files });
  const hosted = existsSync(join(side, "_headers"));
  if (hosted) writeFileSync(join(made.dist, "_headers"), readFileSync(join(side, "_headers")));
  const previous = previousFiles && (await release({ files: previousFiles }));
  const origin = await serve(made.dist, (path, draft, request, response) => {
    const answer = answers.find((one) => new RegExp(one.path).test(path));
    if (!answer || path.startsWith("/moved/")) {
      if (!path.startsWith("/moved/")) return;
      response.writeHead(200, { ...draft.headers, "cache-control": "no-cache", "content-type": "text/javascript" });
      response.end(readFileSync(join(made.dist, path.slice("/moved/".length))));
      return false;
    }
    const { status, body, headers = {}, redirect, ignoresValidator } = answer;
    if (status !== undefined) draft.status = status;
    if (body !== undefined) {
      draft.body = Buffer.from(body);
      delete draft.headers["content-encoding"];
    }
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) delete draft.headers[name];
      else draft.headers[name] = value;
    }
    if (redirect !== undefined) {
      response.writeHead(302, { ...draft.headers, location: redirect }).end();
      return false;
    }
    if (ignoresValidator) {
      response.writeHead(200, draft.headers).end(draft.body);
      return false;
    }
  });
  const settings = hosted ? { platform: "netlify" as const } : { origin };
  const { diagnostics, unchecked } = await gate(made.dir, [folderTarget(made.dist)], {
    ...settings,
    ...(previous && { previous: join(previous.dist, "mf-manifest.json") }),
  });
  const text = render({ findings: diagnostics, area: "cache", base: "" }, "text").replaceAll(origin, "https://server.example/");
  return `${[text, ...unchecked].filter((part) => part !== "").join("\n\n")}\n\n`;
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8"));
}
