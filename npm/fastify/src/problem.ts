import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import plugin from "fastify-plugin";

/** What went wrong, for programs. A code keeps its meaning. */
export type ProblemCode =
  | "ERR_FEDSEAL_CACHE_POLICY"
  | "ERR_FEDSEAL_CSP_POLICY"
  | "ERR_FEDSEAL_EXCHANGE_ANSWER"
  | "ERR_FEDSEAL_EXCHANGE_AUDIENCE"
  | "ERR_FEDSEAL_EXCHANGE_BOUND"
  | "ERR_FEDSEAL_EXCHANGE_CLIENT"
  | "ERR_FEDSEAL_EXCHANGE_LIFETIME"
  | "ERR_FEDSEAL_EXCHANGE_ORGANIZATION"
  | "ERR_FEDSEAL_EXCHANGE_REFUSED"
  | "ERR_FEDSEAL_EXCHANGE_SCOPE"
  | "ERR_FEDSEAL_EXCHANGE_SUBJECT"
  | "ERR_FEDSEAL_EXCHANGE_TARGET"
  | "ERR_FEDSEAL_EXCHANGE_TOKEN"
  | "ERR_FEDSEAL_EXCHANGE_TYPE"
  | "ERR_FEDSEAL_EXCHANGE_UNREACHABLE"
  | "ERR_FEDSEAL_INTERNAL"
  | "ERR_FEDSEAL_METRICS"
  | "ERR_FEDSEAL_NOT_FOUND"
  | "ERR_FEDSEAL_REQUEST"
  | "ERR_FEDSEAL_ROLLOUT"
  | "ERR_FEDSEAL_ROLLOUT_UNREACHABLE"
  | "ERR_FEDSEAL_RUM_UNREACHABLE"
  | "ERR_FEDSEAL_SESSION_ALGORITHM"
  | "ERR_FEDSEAL_SESSION_AUDIENCE"
  | "ERR_FEDSEAL_SESSION_EXPIRED"
  | "ERR_FEDSEAL_SESSION_ISSUER"
  | "ERR_FEDSEAL_SESSION_KEY"
  | "ERR_FEDSEAL_SESSION_KEYS_UNREACHABLE"
  | "ERR_FEDSEAL_SESSION_MALFORMED"
  | "ERR_FEDSEAL_SESSION_MISSING"
  | "ERR_FEDSEAL_SESSION_NOT_YET"
  | "ERR_FEDSEAL_SESSION_ORGANIZATION"
  | "ERR_FEDSEAL_SESSION_SIGNATURE"
  | "ERR_FEDSEAL_SESSION_TYPE"
  | "ERR_FEDSEAL_UPSTREAM_ANSWER"
  | "ERR_FEDSEAL_UPSTREAM_FORBIDDEN"
  | "ERR_FEDSEAL_UPSTREAM_LIMITED"
  | "ERR_FEDSEAL_UPSTREAM_NOT_FOUND"
  | "ERR_FEDSEAL_UPSTREAM_REDIRECTED"
  | "ERR_FEDSEAL_UPSTREAM_SIZE"
  | "ERR_FEDSEAL_UPSTREAM_STATUS"
  | "ERR_FEDSEAL_UPSTREAM_TIMEOUT"
  | "ERR_FEDSEAL_UPSTREAM_TOKEN"
  | "ERR_FEDSEAL_UPSTREAM_UNREACHABLE"
  | "ERR_FEDSEAL_WRONG_ORGANIZATION";

/** An error that a client sees as a problem document (RFC 9457). */
export class Problem extends Error {
  override name = "Problem";
  readonly code: ProblemCode;
  /** Of HTTP. Fastify goes by this name. */
  readonly statusCode: number;
  /** Header fields of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` is read by clients: nothing secret belongs into it. */
  constructor(
    code: ProblemCode,
    statusCode: number,
    detail: string,
    { headers = {}, cause }: { headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause });
    if (!(Number.isInteger(statusCode) && statusCode >= 400 && statusCode <= 599)) {
      throw new RangeError(`${statusCode} is not the status of an error`);
    }
    this.code = code;
    this.statusCode = statusCode;
    this.headers = headers;
  }
}

/** Whether something thrown is a {@link Problem}, and that one. */
export function isProblem(thrown: unknown, code?: ProblemCode): thrown is Problem {
  return thrown instanceof Problem && (code === undefined || thrown.code === code);
}

/** The media type of problem documents (RFC 9457, section 3). */
export const PROBLEM_JSON = "application/problem+json; charset=utf-8";

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The members of a problem document (RFC 9457, section 3.1), and its code. */
export interface ProblemDocument {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
}

/** The document of a status and a code. */
export function documentOf(code: ProblemCode, status: number, detail: string): ProblemDocument {
  return { type: "about:blank", title: TITLES[status] ?? "Error", status, detail, code };
}

/**
 * Answers every error of the server with a problem document. What is no {@link Problem} and no fault of the client's is logged,
 * and the client sees `ERR_FEDSEAL_INTERNAL` alone.
 */
export const problems = plugin(
  async (server) => {
    server.setErrorHandler((thrown: FastifyError | Problem | null | undefined, request, reply) => {
      // A handler may throw anything.
      const error: Partial<FastifyError> | Problem = thrown ?? new Error(`${thrown} was thrown`);
      if (isProblem(error)) {
        if (error.statusCode >= 500) request.log.error(error);
        else request.log.info({ code: error.code }, error.message);
        return send(reply.headers(error.headers), error.code, error.statusCode, error.message);
      }
      const status = Number(error.statusCode ?? 500);
      if (status >= 400 && status < 500) {
        if (isForClient(error)) return send(reply, "ERR_FEDSEAL_REQUEST", status, String(error.message));
        // @fastify/rate-limit, which has set the field.
        if (status === 429 && reply.hasHeader("retry-after"))
          return send(reply, "ERR_FEDSEAL_REQUEST", 429, "Too many requests: `Retry-After` says when to come back.");
      }
      request.log.error(error);
      return send(reply, "ERR_FEDSEAL_INTERNAL", 500, "The server failed; its log has the reason.");
    });
    server.setNotFoundHandler((request: FastifyRequest, reply) =>
      send(
        reply,
        "ERR_FEDSEAL_NOT_FOUND",
        404,
        `There is no ${request.method} ${new URL(request.url, "http://x").pathname}`,
      ),
    );
  },
  { name: "@fedseal/fastify/problems", fastify: "5.x" },
);

/**
 * What Fastify and its plugins find wrong with a request (a body that is too long or no JSON, a schema that is not met), and what a
 * handler made for the client (http-errors). Errors of HTTP clients have a status as well: that of another server's answer.
 */
function isForClient(error: Partial<FastifyError> & { expose?: unknown }): boolean {
  return String(error.code).startsWith("FST_") || error.expose === true;
}

/**
 * The option `frameworkErrors` of Fastify: what it refuses before there is a route, such as a path that cannot be decoded. No plugin
 * hears of that.
 */
export function frameworkErrors(error: FastifyError, _request: unknown, reply: FastifyReply): void {
  reply.header("cache-control", "private, no-store");
  send(reply, "ERR_FEDSEAL_REQUEST", error.statusCode ?? 400, error.message);
}

function send(reply: FastifyReply, code: ProblemCode, status: number, detail: string) {
  return reply
    .code(status)
    .type(PROBLEM_JSON)
    .send(documentOf(code, status, detail));
}
