export interface Range { readonly from: number; readonly to: number; [Symbol.iterator](): IterableIterator<number> }
export declare function range(to: number): Range;
