export declare function fail(message: string): void;
