export type Parsed<T> = { success: true; data: T } | { success: false; error: Error };
export declare function safeParse<T>(schema: { parse(x: unknown): T }, input: unknown): Parsed<T>;
