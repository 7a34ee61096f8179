export declare class Stopwatch { start(): void; stop(): number; lap(): number }
