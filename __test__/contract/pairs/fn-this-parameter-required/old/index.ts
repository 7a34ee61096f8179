export interface Named { readonly name: string }
export declare function describe(this: void, suffix: string): string;
export declare const subject: Named;
