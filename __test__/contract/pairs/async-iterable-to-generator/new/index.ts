export declare function readLines(file: Blob): AsyncGenerator<string, void, void>;
