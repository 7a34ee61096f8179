export type TransformResult = string | null | { code: string; map?: unknown };
export interface Transform { name: string; test: RegExp | ((id: string) => boolean); run(code: string, id: string): TransformResult | Promise<TransformResult> }
export declare function addTransform(t: Transform): void;
export declare function transforms(): readonly string[];
