export declare function wait(ms: number): void;
