export interface Ctx { readonly route: string; readonly referrer?: string }
export type Middleware = (ctx: Ctx, next: () => Promise<void>) => Promise<void>;
export declare function use(...middleware: Middleware[]): void;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
