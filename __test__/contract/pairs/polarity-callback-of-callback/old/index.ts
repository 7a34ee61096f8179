export declare function runTask(task: (done: (result: "ok" | "failed") => void) => void): void;
