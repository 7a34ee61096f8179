interface Opts { readonly deep?: boolean }
declare function base(a: string, b?: number, ...rest: Opts[]): boolean;
export declare function wrapped(...args: Parameters<typeof base>): ReturnType<typeof base>;
export declare function later(...args: [...Parameters<typeof base>]): Promise<Awaited<ReturnType<typeof base>>>;
