export declare function read<O extends { raw?: boolean }>(path: string, options?: O): O extends { raw: true } ? Uint8Array : string;
