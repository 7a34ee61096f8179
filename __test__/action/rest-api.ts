import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "../commands/serve.ts";

/** The part of GitHub's REST API that comments need: the real one cannot be reached from a test. */

export interface Comment {
  id: number;
  body: string;
  user: { login: string; type: "Bot" | "User" };
}

export interface Api {
  url: string;
  comments: Comment[];
  /** `METHOD path` of each call. */
  calls: string[];
  /** Answers in place of the API, by `METHOD`. */
  instead: Map<string, { status: number; body?: string; headers?: Record<string, string> }>;
}

export const TOKEN = "ghs_test";
const BOT = { login: "github-actions[bot]", type: "Bot" } as const;
const ISSUE = "/repos/acme/shop/issues";

/** Comments of pull request 7 of acme/shop, in pages of the size that is asked for. */
export async function restApi(comments: Comment[] = []): Promise<Api> {
  const api: Api = { url: "", comments, calls: [], instead: new Map() };
  api.url = await listen((incoming, response) => void answer(api, incoming, response));
  return api;
}

async function answer(api: Api, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "" } = incoming;
  api.calls.push(`${method} ${url}`);
  const send = (status: number, value: unknown, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
      .end(JSON.stringify(value));
  let text = "";
  for await (const part of incoming.setEncoding("utf8")) text += part;
  const other = api.instead.get(method);
  if (other) {
    response.writeHead(other.status, other.headers).end(other.body ?? "{}");
    return;
  }
  if (incoming.headers.authorization !== `Bearer ${TOKEN}`) return void send(401, { message: "Bad credentials" });
  const { pathname, searchParams } = new URL(url, api.url);
  // The token of a workflow is that of an app.
  if (pathname === "/user") return void send(403, { message: "Resource not accessible by integration" });
  const body = method === "GET" ? undefined : String(JSON.parse(text).body);
  if (body !== undefined && [...body].length > 65_536) return void send(422, { message: "Validation Failed" });
  if (pathname === `${ISSUE}/7/comments` && method === "GET") {
    const size = Math.min(Number(searchParams.get("per_page") ?? 30), 100);
    const page = Number(searchParams.get("page") ?? 1);
    const isLast = page * size >= api.comments.length;
    const next = `<${api.url}${ISSUE}/7/comments?per_page=${size}&page=${page + 1}>; rel="next"`;
    const first = `<${api.url}${ISSUE}/7/comments?per_page=${size}&page=1>; rel="first"`;
    const links = [...(page > 1 ? [first] : []), ...(isLast ? [] : [next])];
    return void send(
      200,
      api.comments.slice((page - 1) * size, page * size),
      links.length > 0 ? { link: links.join(", ") } : {},
    );
  }
  if (pathname === `${ISSUE}/7/comments` && method === "POST") {
    const made = { id: 1000 + api.comments.length, body: body ?? "", user: BOT };
    api.comments.push(made);
    return void send(201, made);
  }
  const found = api.comments.find(({ id }) => pathname === `${ISSUE}/comments/${id}`);
  if (!found || method !== "PATCH") return void send(404, { message: "Not Found" });
  found.body = body ?? "";
  send(200, found);
}
