export interface Row { readonly id: number }
export declare function find(q: string | number): Row[];
export declare function find(q: string): Row;
export declare function count(q: string): number;
