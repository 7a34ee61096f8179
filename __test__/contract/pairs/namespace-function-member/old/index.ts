export declare function clsx(...names: (string | false | undefined)[]): string;
export declare namespace clsx { const version: string;  interface Options { sep?: string } }
