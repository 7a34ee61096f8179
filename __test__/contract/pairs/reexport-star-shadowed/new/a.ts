export declare function area(r: { readonly w: number; readonly h: number }): number;
