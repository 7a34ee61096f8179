export declare function decode(raw: string): unknown;
