export interface Named { readonly name: string }
export declare function describe(this: Named, suffix: string): string;
export declare const subject: Named;
