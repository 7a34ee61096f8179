export declare function tail(path: string): AsyncGenerator<string, void, undefined>;
