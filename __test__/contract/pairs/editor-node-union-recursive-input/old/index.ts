type Mark = "b" | "i";
export type Doc = string | { tag: string; marks?: Mark[]; children: Doc[] };
export declare function render(doc: Doc): string;
export declare const voidTags: readonly string[];
export declare function invariant(condition: unknown, text?: string | (() => string)): asserts condition;
export declare function assertNever2(value: never): never;
export declare function isRecord(value: unknown): value is Record<string, unknown>;
