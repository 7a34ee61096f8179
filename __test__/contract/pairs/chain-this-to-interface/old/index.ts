export interface Query { where(field: string, value: unknown): this; limit(n: number): this; run(): Promise<unknown[]> }
export interface Paged extends Query { page(n: number): Promise<unknown[]> }
export declare function from(table: string): Paged;
