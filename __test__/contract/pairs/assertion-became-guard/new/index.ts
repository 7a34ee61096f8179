export declare function checkText(value: unknown, hint?: string): value is string;
export declare function fail(message: string): never;
export interface Report { readonly ok: boolean }
export declare function report(): Report;
