export interface Job { id: string; state: State }
export type State = "open" | "done";
export function job(id: string): Job { return { id, state: "open" }; }
export const done = (j: Job): boolean => j.state === "done";
