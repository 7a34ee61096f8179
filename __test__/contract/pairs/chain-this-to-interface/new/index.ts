export interface Query { where(field: string, value: unknown): Query; limit(n: number): Query; run(): Promise<unknown[]> }
export interface Paged extends Query { page(n: number): Promise<unknown[]> }
export declare function from(table: string): Paged;
