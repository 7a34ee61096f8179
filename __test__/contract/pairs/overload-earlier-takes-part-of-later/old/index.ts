export declare function read(from: number): Uint8Array;
export declare function read(from: string | URL): string;
