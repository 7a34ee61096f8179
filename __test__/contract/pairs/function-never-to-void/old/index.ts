export declare function fail(message: string): never;
