export declare function readLines(file: Blob): AsyncIterable<string>;
