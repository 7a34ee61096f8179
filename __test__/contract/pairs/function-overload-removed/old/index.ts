export declare function parse(text: string): number;
export declare function parse(bytes: Uint8Array): number;
