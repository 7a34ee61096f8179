export declare function splitName(name: string): [first: string, last: string];
