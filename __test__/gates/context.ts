import type { CheckContext, Target } from "../../npm/fedseal/dist/check/area.js";
import type { SharedSettings } from "../../npm/fedseal/dist/gates/shared/settings.js";

/** A server that answers as `fetch` does, or none at all. */
export const online = {
  async request(url: string | URL) {
    const answer = await fetch(url);
    return { url: answer.url, status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  },
};
export const offline = { request: async (url: string | URL) => Promise.reject(new Error(`nothing listens at ${url}`)) };

/** What an area gets in a check of these folders: name → path. */
export function contextOf(
  folders: Record<string, string>,
  settings: SharedSettings = {},
  http: typeof online | typeof offline = offline,
): CheckContext {
  const targets = Object.entries(folders).map(([name, path]): Target => ({ kind: "folder", name, path }));
  // Areas use nothing else of it.
  return { cwd: "/", config: { shared: settings }, targets, http } as unknown as CheckContext;
}
