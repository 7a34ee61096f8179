export type Status = "idle" | "busy" | "failed";
export declare function status(): Status;
