export interface Item { id: string }
export declare function list(): Item[];
export declare const empty: readonly Item[];
