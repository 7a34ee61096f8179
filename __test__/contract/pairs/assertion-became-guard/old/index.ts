export declare function checkText(value: unknown, hint?: string): asserts value is string;
export declare function fail(message: string): never;
export interface Report { readonly ok: boolean }
export declare function report(): Report;
