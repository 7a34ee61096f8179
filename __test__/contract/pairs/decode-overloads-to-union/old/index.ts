export declare function decode(input: string): { ok: boolean };
export declare function decode(input: Uint8Array): { ok: boolean };
