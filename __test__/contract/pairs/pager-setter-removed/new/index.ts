export interface Pager { get page(): number; next(): void }
export declare function createPager(size: number): Pager;
