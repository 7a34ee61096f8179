export declare function decode(input: string | Uint8Array): { ok: boolean };
