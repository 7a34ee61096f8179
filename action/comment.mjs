import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { ApiError, pages, request, Unusable } from "./api.mjs";
import { cut } from "./cut.mjs";

/** Characters of a comment: more is refused. Bytes are never fewer. */
const LIMIT = 65_536;

/**
 * The pull request of the event, if it has one.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ number?: number, problem?: string }}
 */
export function pullRequestOf({ GITHUB_EVENT_PATH }) {
  if (!GITHUB_EVENT_PATH) return { problem: "GITHUB_EVENT_PATH is not set." };
  try {
    const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8"));
    const number = event?.pull_request?.number;
    return Number.isSafeInteger(number) && number > 0 ? { number } : {};
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problem: `the event cannot be read: ${error.message}` };
  }
}

/**
 * What makes two runs the same check: one job, one folder, the same targets. Each check has its own comment.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @param {NodeJS.ProcessEnv} env
 */
export function identityOf({ folder, targets, config }, { GITHUB_WORKFLOW = "", GITHUB_JOB = "" }) {
  // A hash, because a name could end the HTML comment that the marker is.
  const parts = JSON.stringify([GITHUB_WORKFLOW, GITHUB_JOB, folder, targets, config]);
  return createHash("sha256").update(parts).digest("hex").slice(0, 16);
}

/**
 * Writes the report as a comment, or into the comment of an earlier run.
 *
 * @param {import("./api.mjs").Place} place
 * @param {string} identity
 * @param {string} markdown
 * @returns {Promise<{ level: "notice" | "warning", message: string } | undefined>} why there is no comment
 */
export async function commentOn(place, identity, markdown) {
  const marker = `<!-- fedseal-check ${identity} -->`;
  const body = `${marker}\n${cut(markdown, LIMIT - marker.length - 1)}`;
  try {
    const earlier = await ownComment(place, marker);
    const { api, repository, number } = place;
    const issues = `${api}/repos/${repository}/issues`;
    if (earlier === undefined) await request(place, "POST", `${issues}/${number}/comments`, { body });
    else await request(place, "PATCH", `${issues}/comments/${earlier}`, { body });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 403 || error.status === 404)) {
      const message =
        `fedseal did not comment: the token may not (${error.message}). ` +
        "Pull requests of forks have no such token; for others, give the job the permission pull-requests: write.";
      return { level: "notice", message };
    }
    if (error instanceof ApiError || error instanceof Unusable) {
      return { level: "warning", message: `fedseal did not comment: ${error.message}.` };
    }
    throw error;
  }
}

/**
 * The comment of an earlier run. Anybody can write a marker: it counts only in comments of the token's own user, or of a bot
 * where the token is of an app, which cannot ask who it is.
 *
 * @param {import("./api.mjs").Place} place
 * @param {string} marker
 * @returns {Promise<number | undefined>}
 */
async function ownComment(place, marker) {
  const { api, repository, number } = place;
  /** @type {string | undefined} */
  let login;
  try {
    ({ login } = (await request(place, "GET", `${api}/user`)).value);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 403)) throw error;
  }
  const isOwn = (/** @type {any} */ user) => (login === undefined ? user?.type === "Bot" : user?.login === login);
  for await (const comments of pages(place, `${api}/repos/${repository}/issues/${number}/comments?per_page=100`)) {
    for (const { id, body, user } of comments) {
      if (typeof body === "string" && body.startsWith(marker) && isOwn(user)) return id;
    }
  }
  return undefined;
}
