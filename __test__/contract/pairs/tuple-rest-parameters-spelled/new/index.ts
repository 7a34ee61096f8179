interface Options { readonly deep?: boolean }
export declare function wrapped(a: string, b?: number, ...rest: Options[]): boolean;
export declare function later(a: string, b?: number | undefined, ...rest: Array<Options>): Promise<boolean>;
