export interface Base { a: string; b?: number }
export declare function label<T extends Base>(x: T): string;
