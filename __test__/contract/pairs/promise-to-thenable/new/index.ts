export declare function ready(): PromiseLike<{ version: string }>;
