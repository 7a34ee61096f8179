export declare class Timer { private handle; private ticks; constructor(ms: number); start(): void; stop(): void }
