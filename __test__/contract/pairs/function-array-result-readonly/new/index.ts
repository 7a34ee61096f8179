export declare function tags(): readonly string[];
