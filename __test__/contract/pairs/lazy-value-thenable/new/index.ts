export declare function whenReady(): PromiseLike<string>;
