interface Raw { id: number; created: string; tags: string[] }
export type Parsed = Omit<Raw, "created"> & { created: Date };
export declare function parse(raw: Raw): Parsed;
