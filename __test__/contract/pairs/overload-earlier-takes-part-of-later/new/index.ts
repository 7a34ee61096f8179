export declare function read(from: number | URL): Uint8Array;
export declare function read(from: string | URL): string;
