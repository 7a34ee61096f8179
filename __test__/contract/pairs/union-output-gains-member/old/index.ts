export type Status = "idle" | "busy";
export declare function status(): Status;
