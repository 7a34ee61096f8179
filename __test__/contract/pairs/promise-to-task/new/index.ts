export interface Task<T> extends Promise<T> { cancel(): void; readonly progress: number }
export declare function upload(file: Blob): Task<{ url: string }>;
export declare function background(): Task<void>;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
