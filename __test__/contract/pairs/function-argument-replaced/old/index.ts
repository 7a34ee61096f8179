export declare function resize(width: number): void;
