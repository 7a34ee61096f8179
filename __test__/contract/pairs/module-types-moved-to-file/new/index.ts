import type { Job } from "./model/job";
export type { Job, State } from "./model/job";
export function job(id: string): Job { return { id, state: "open" }; }
export const done = (j: Job): boolean => j.state === "done";
