import type { FastifyRequest } from "fastify";
import { within } from "../bounded-fetch.js";
import { Problem, type ProblemCode } from "../problem.js";
import type { Call } from "./upstream.js";

/** Redirects that are followed, all within one origin: the token is for that API alone. */
const HOPS = 3;
/** Levels of arrays and objects in an answer. */
const DEPTH = 100;

type Reason =
  Extract<ProblemCode, `ERR_FEDSEAL_UPSTREAM_${string}`> extends `ERR_FEDSEAL_UPSTREAM_${infer Name}` ? Name : never;

/** What one upstream answers; throws a {@link Problem} that names it, and nothing that it said. */
export async function ask(call: Call, address: URL, request: FastifyRequest, left: AbortSignal): Promise<unknown> {
  const { token } = await request.exchange(call.target);
  left.throwIfAborted();
  const late = AbortSignal.timeout(call.timeout);
  // Ends the connection of an answer that is not read to its end.
  const done = new AbortController();
  try {
    const headers = { ...forwarded(call, request), accept: "application/json", authorization: `Bearer ${token}` };
    const signal = AbortSignal.any([late, left, done.signal]);
    return await within(signal, read(call, address, { headers, signal }));
  } catch (error) {
    if (left.aborted) throw left.reason;
    if (late.aborted) throw failed(call, "TIMEOUT", 504, `did not answer within ${call.timeout} ms`, error);
    // What `fetch` throws for everything between here and the upstream, whatever it was.
    if (error instanceof TypeError) throw failed(call, "UNREACHABLE", 502, "cannot be reached", error);
    throw error;
  } finally {
    done.abort();
  }
}

async function read(call: Call, address: URL, init: RequestInit): Promise<unknown> {
  const response = await follow(call, address, init);
  refuseStatus(call, response);
  return readJson(call, response);
}

/** The header fields that a call passes on, as the caller sent them. */
export function forwarded({ forward }: Call, { headers }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    forward.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, [value].flat().join(", ")]];
    }),
  );
}

async function follow(call: Call, start: URL, init: RequestInit): Promise<Response> {
  let address = start;
  for (let hop = 0; hop <= HOPS; hop++) {
    const response = await fetch(address.href, { ...init, redirect: "manual" });
    const location = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, address.href)) throw failed(call, "REDIRECTED", 502, "redirects to what is no address");
    address = new URL(location, address);
    if (address.origin !== start.origin) throw failed(call, "REDIRECTED", 502, "redirects to another server");
  }
  throw failed(call, "REDIRECTED", 502, `redirects more than ${HOPS} times`);
}

/**
 * 401 is between this server and the upstream, and must not sign the caller out; 403, 404 and 429 are about the caller, and stay.
 * Any other status is an error of this server or of the upstream.
 */
function refuseStatus(call: Call, { status, headers }: Response): void {
  // A part (206), or what something in between made of it (203), is not the answer.
  if (status === 200) return;
  if (status === 401) throw failed(call, "TOKEN", 502, "does not take the token that was exchanged for it");
  if (status === 403) throw failed(call, "FORBIDDEN", 403, "does not let the caller do this");
  if (status === 404) throw failed(call, "NOT_FOUND", 404, "does not have it");
  if (status === 429) {
    const after = headers.get("retry-after") ?? "";
    throw failed(call, "LIMITED", 429, "is asked too often", undefined, /^\d{1,4}$/.test(after) ? after : "5");
  }
  throw failed(call, "STATUS", 502, `answered with ${status}`);
}

async function readJson(call: Call, response: Response): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  if (!/^application\/([a-z0-9.!#$&^_-]+\+)?json\s*(;|$)/i.test(type)) {
    throw failed(call, "ANSWER", 502, "answered with something else than JSON");
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > call.maxBytes) throw failed(call, "SIZE", 502, `answered with more than ${call.maxBytes} bytes`);
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    // Bytes that are not UTF-8, and text that is not JSON; the message has a part of it, which belongs into no log.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw failed(call, "ANSWER", 502, "answered with something that is no JSON");
  }
  if (isDeep(value)) throw failed(call, "ANSWER", 502, `answered with JSON of more than ${DEPTH} levels`);
  return value;
}

/** What is read can be deeper than what can be written: that would fail where the answer is sent, for all parts of it. */
function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEPTH; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function failed(
  { name }: Call,
  reason: Reason,
  status: number,
  what: string,
  cause?: unknown,
  retryAfter?: string,
): Problem {
  const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  return new Problem(`ERR_FEDSEAL_UPSTREAM_${reason}`, status, `The upstream \`${name}\` ${what}.`, { headers, cause });
}
