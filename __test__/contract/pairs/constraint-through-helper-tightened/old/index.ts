type Scalar = string | number| Date;
type Row = { [column: string]: Scalar };
type Guard<T> = { [K in keyof T]: T[K] extends Primitive ? T[K] : never };
type Primitive = string | number;
export declare function insert<R extends Row>(table: string, row: R): Promise<R & { readonly id: number }>;
export declare function check<T extends object>(t: Guard<T>): void;
export declare function tables(): readonly string[];
