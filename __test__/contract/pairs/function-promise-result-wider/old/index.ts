export declare function fetchCount(): Promise<number>;
