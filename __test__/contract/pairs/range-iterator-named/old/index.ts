export interface Range { readonly from: number; readonly to: number; [Symbol.iterator](): Iterator<number> }
export declare function range(to: number): Range;
