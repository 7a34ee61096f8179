export interface Job { get state(): "running" | "done"; set state(next: "idle" | "running" | "done") }
export declare function job(): Job;
