interface Raw { id: number; created: string; tags: string[] }
type Overwrite<T, U> = Omit<T, keyof U> & U;
export type Parsed = Overwrite<Raw, { created: Date }>;
export declare function parse(raw: Raw): Parsed;
