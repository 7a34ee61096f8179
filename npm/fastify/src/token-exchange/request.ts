import {
  type AuthorizationServer,
  allowInsecureRequests,
  type Client,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  genericTokenEndpointRequest,
  OperationProcessingError,
  processGenericTokenEndpointResponse,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from "oauth4webapi";
import { isLoopback } from "../addresses.js";
import { boundedFetch, TooLarge } from "../bounded-fetch.js";
import { Problem } from "../problem.js";
import type { Answer } from "./answer.js";
import { GRANT_TYPE } from "./dialects.js";

/** Who asks the issuer, and where. */
export interface Asking {
  issuer: string;
  tokenEndpoint: string;
  clientId: string;
  clientSecret: string;
  /** How the client says its secret (RFC 6749, section 2.3.1). */
  authentication: "basic" | "post";
  /** Milliseconds. */
  timeout: number;
}

/** The largest answer: an access token is a header field of every request, and proxies let 8 to 64 KiB through. */
const LARGEST = 256 * 1024;
const fetchAnswer = boundedFetch(LARGEST);

/** Asks the issuer for an exchange; throws a {@link Problem} where it says no, or nothing. */
export async function askIssuer(
  asking: Asking,
  parameters: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  const server: AuthorizationServer = { issuer: asking.issuer, token_endpoint: asking.tokenEndpoint };
  const client: Client = { client_id: asking.clientId };
  const authentication =
    asking.authentication === "basic" ? ClientSecretBasic(asking.clientSecret) : ClientSecretPost(asking.clientSecret);
  try {
    const response = await genericTokenEndpointRequest(server, client, authentication, GRANT_TYPE, parameters, {
      headers,
      signal: AbortSignal.timeout(asking.timeout),
      [allowInsecureRequests]: isLoopback(asking.tokenEndpoint),
      [customFetch]: fetchAnswer,
    });
    if (response.status >= 500 || response.status === 429) throw unreachable(`it answered with ${response.status}`);
    const { access_token, token_type, issued_token_type, scope } = await processGenericTokenEndpointResponse(
      server,
      client,
      response,
    );
    return { access_token, token_type, issued_token_type, scope };
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) {
    const reason = error instanceof ResponseBodyError ? error.error : "invalid_client";
    // The client's own fault, not the caller's: its secret is wrong, or it may not exchange at all.
    if (["invalid_client", "unauthorized_client", "unsupported_grant_type"].includes(reason)) {
      return new Problem("ERR_FEDSEAL_EXCHANGE_CLIENT", 500, "The issuer does not let this server exchange tokens.", {
        cause: error,
      });
    }
    const detail = "The issuer gives the caller no token for this audience.";
    return new Problem("ERR_FEDSEAL_EXCHANGE_REFUSED", 403, detail, { cause: error });
  }
  if (error instanceof UnsupportedOperationError) {
    const detail = "The issuer answered with a token of a type that cannot be used here.";
    return new Problem("ERR_FEDSEAL_EXCHANGE_TYPE", 502, detail, { cause: error });
  }
  if (error instanceof OperationProcessingError || error instanceof TooLarge) {
    return new Problem("ERR_FEDSEAL_EXCHANGE_ANSWER", 502, "The issuer's answer is not one of a token endpoint.", {
      cause: error,
    });
  }
  const isTimeout = error instanceof DOMException && ["TimeoutError", "AbortError"].includes(error.name);
  if (isTimeout || (error instanceof TypeError && error.message === "fetch failed"))
    return unreachable("it did not answer", error);
  return error;
}

function unreachable(why: string, cause?: unknown): Problem {
  const options = { headers: { "retry-after": "5" }, cause };
  return new Problem(
    "ERR_FEDSEAL_EXCHANGE_UNREACHABLE",
    503,
    `The issuer cannot be asked for a token: ${why}.`,
    options,
  );
}
