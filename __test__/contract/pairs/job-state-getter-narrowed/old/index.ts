export interface Job { get state(): "idle" | "running" | "done"; set state(next: "idle" | "running" | "done") }
export declare function job(): Job;
