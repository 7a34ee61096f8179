export declare function resize(size: { width: number }): void;
