export interface Pager { get page(): number; set page(n: number); next(): void }
export declare function createPager(size: number): Pager;
