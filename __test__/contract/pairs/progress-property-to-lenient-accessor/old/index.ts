export interface Progress { percent: number; readonly done: boolean }
export declare function progress(): Progress;
