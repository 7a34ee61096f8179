export declare function tags(): string[];
