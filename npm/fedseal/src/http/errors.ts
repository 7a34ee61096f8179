/** Why a request came to nothing. */
export type HttpErrorCode =
  /** The URL is not of http or https, has credentials in it, or a port that browsers refuse (Fetch, section 2.9). */
  | "ERR_HTTP_URL"
  /** No connection: name, port, network. */
  | "ERR_HTTP_CONNECTION"
  /** The certificate or the TLS handshake was refused. */
  | "ERR_HTTP_TLS"
  /** The answer is not HTTP, or broke off. */
  | "ERR_HTTP_PROTOCOL"
  /** Longer than the total time. */
  | "ERR_HTTP_TIMEOUT"
  /** Nothing arrived for the idle time. */
  | "ERR_HTTP_IDLE"
  /** More headers than Node accepts (16 KiB, `--max-http-header-size`). */
  | "ERR_HTTP_HEADERS_TOO_LARGE"
  /** A larger body than allowed. */
  | "ERR_HTTP_TOO_LARGE"
  /** A redirect to a URL that was asked before. */
  | "ERR_HTTP_REDIRECT_LOOP"
  /** More redirects than allowed. */
  | "ERR_HTTP_REDIRECTS"
  /** A redirect without a usable target, or from https to http. */
  | "ERR_HTTP_REDIRECT";

/** A request that came to nothing. An answer with an error status is not one of these. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: HttpErrorCode;
  /** The URL that was asked first. */
  readonly url: string;

  constructor(code: HttpErrorCode, url: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.url = url;
  }
}

/** What `fetch` threw, by its cause. */
export function httpErrorOf(thrown: unknown, url: string): HttpError {
  if (thrown instanceof HttpError) return thrown;
  const cause = rootCause(thrown);
  const code = (cause as { code?: unknown }).code;
  const words = cause.message || String(code ?? "unknown reason");
  if (cause.message === "bad port") {
    return new HttpError("ERR_HTTP_URL", url, "browsers and Node refuse to connect to its port", thrown);
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new HttpError("ERR_HTTP_HEADERS_TOO_LARGE", url, "its headers are larger than 16 KiB", thrown);
  }
  const openssl = reasonOfOpenssl(cause);
  if (openssl !== undefined || (typeof code === "string" && TLS.test(code))) {
    const why = openssl ?? words;
    return new HttpError("ERR_HTTP_TLS", url, `its certificate or TLS connection was refused: ${why}`, thrown);
  }
  // Its words hold the header, which may be a secret.
  if (cause instanceof TypeError && /\bheaders?\b/i.test(cause.message)) {
    return new HttpError("ERR_HTTP_PROTOCOL", url, "one of the headers for it cannot be sent", thrown);
  }
  if (typeof code === "string" && /^(E[A-Z_]+|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) {
    const broke = code === "ECONNRESET" || code === "EPIPE";
    return new HttpError(
      broke ? "ERR_HTTP_PROTOCOL" : "ERR_HTTP_CONNECTION",
      url,
      broke ? `the connection broke off: ${words}` : `no connection: ${words}`,
      thrown,
    );
  }
  return new HttpError("ERR_HTTP_PROTOCOL", url, `its answer is not valid HTTP, or broke off: ${words}`, thrown);
}

/** Codes of Node for certificates and handshakes. */
const TLS = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/;

/** OpenSSL's reason in words: its messages begin with the number of a thread and hold the path of a source file. */
function reasonOfOpenssl({ message }: Error): string | undefined {
  const [, reason] = /[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/.exec(message) ?? [];
  return reason?.trim();
}

/** The innermost error: `connect ECONNREFUSED 127.0.0.1:3001` under `fetch failed`. */
function rootCause(thrown: unknown): Error {
  let cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  // Bounded: causes may point at each other.
  for (let depth = 0; depth < 10; depth++) {
    const errors: unknown = cause instanceof AggregateError ? cause.errors[0] : undefined;
    const next: unknown = cause.cause ?? errors;
    if (!(next instanceof Error)) break;
    cause = next;
  }
  return cause;
}
