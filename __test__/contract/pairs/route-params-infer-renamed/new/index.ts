export type Params<Path extends string> = Path extends `${infer Head}/${infer Tail}` ? Params<Head> & Params<Tail> : Path extends `:${infer Name}` ? { [Key in Name]: string } : {};
export declare function match<P extends string>(pattern: P, url: string): Params<P> | null;
