export declare function clsx(...names: (string | false | undefined)[]): string;
export declare namespace clsx { const version: string; function scoped(map: Record<string, string>): (...names: string[]) => string; interface Options { sep?: string } }
