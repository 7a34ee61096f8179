export interface Base { a: string }
export declare function label<T extends Base>(x: T): string;
