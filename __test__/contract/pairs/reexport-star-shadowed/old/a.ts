export declare function area(r: { readonly w: number; readonly h: number }): number;
export declare function size(x: string | readonly unknown[]): number;
