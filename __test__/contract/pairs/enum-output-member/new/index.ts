export enum Phase { Idle = "idle", Running = "running", Failed = "failed" }
export declare function phase(): Phase;
