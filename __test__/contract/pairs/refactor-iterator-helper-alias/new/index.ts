type Lines = Generator<string, void, undefined>;
export declare function lines(text: string): Generator<string, void, undefined>;
export declare function numbered(source: Iterable<string>): IterableIterator<[number, string]>;
