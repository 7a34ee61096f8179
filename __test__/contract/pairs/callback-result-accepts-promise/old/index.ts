export interface Ctx { readonly path: string; readonly headers: ReadonlyMap<string, string> }
export type Middleware = (ctx: Ctx, next: () => Promise<void>) => Promise<void>;
export declare function use(...m: Middleware[]): void;
export declare function serve(port: number): Promise<void>;
