export declare function tail(path: string): AsyncIterable<string>;
