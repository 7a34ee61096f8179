export declare function runTask(task: (done: (result: "ok" | "failed" | "skipped") => void) => void): void;
