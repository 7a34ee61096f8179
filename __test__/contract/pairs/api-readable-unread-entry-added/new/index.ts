interface Api { users: { res: string[] }; save: { req: number }; drop: { req: string }; }
type Unwrap<T> = T extends { res: infer R } ? R : never;
type Readable = { [K in keyof Api]: Api[K] extends { res: unknown } ? K : never }[keyof Api];
export declare function read<K extends Readable>(path: K): Promise<Unwrap<Api[K]>>;
export {};
