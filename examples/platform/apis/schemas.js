/** Parts of route schemas that the APIs share. */

/** RFC 9457, section 3.1. */
export const problemSchema = {
  $id: "Problem",
  type: "object",
  description: "A problem document (RFC 9457). `code` keeps its meaning; `detail` is for people.",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string" },
  },
};

/** An object with these keys and no other. */
export function strict(properties, required = []) {
  return { type: "object", additionalProperties: false, required, properties };
}

/** A query: its own keys, and the organization, which may be named and cannot be chosen. */
export function query(properties, required = []) {
  return strict({ ...properties, orgId }, required);
}

export const orgId = {
  type: "string",
  maxLength: 100,
  description: "The organization of the access token. Another one is refused.",
};

const MEANINGS = {
  400: "The request is not what its schema says.",
  401: "There is no access token, or one that does not count here.",
  403: "The scope is missing, or another organization was named.",
  404: "There is none in the organization of the access token.",
  412: "It was changed since it was read.",
  428: "`If-Match` is missing.",
  429: "Too many requests; `Retry-After` says when to try again.",
  503: "The server cannot answer now; `Retry-After` says when to try again.",
};

/** Responses of every route, and those of `more` statuses. */
export function problemResponses(...more) {
  const statuses = [400, 401, 403, ...more, 429, 503].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: MEANINGS[status],
        content: { "application/problem+json": { schema: { $ref: "Problem#" } } },
      },
    ]),
  );
}

/** What every route that wants a token says about it in the document. */
export const security = [{ token: [] }];
