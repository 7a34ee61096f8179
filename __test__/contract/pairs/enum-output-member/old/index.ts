export enum Phase { Idle = "idle", Running = "running" }
export declare function phase(): Phase;
