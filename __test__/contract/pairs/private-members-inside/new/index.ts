export declare class Timer { #handle: number; private interval; constructor(ms: number); start(): void; stop(): void; private tick }
