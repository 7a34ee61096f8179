type Named = { name: string }; type Priced = { price: number };
export type Product = Named & Priced & { sku: string };
export declare function product(sku: string): Product;
export declare function addToCart(p: Product, n?: number): void;
export declare function invariant(condition: unknown, text?: string | (() => string)): asserts condition;
export declare function assertNever2(value: never): never;
export declare function isRecord(value: unknown): value is Record<string, unknown>;
export interface ClipboardEntry {
  readonly mime: "text/plain" | "text/html";
  readonly body: string;
  copiedAt?: Date;
}
export declare function copyEntry(entry: ClipboardEntry): Promise<boolean>;
export declare function lastEntry(): ClipboardEntry | undefined;
