export declare function splitName(name: string): readonly [first: string, last: string];
