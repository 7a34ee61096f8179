interface Procedures { add(sku: string): Promise<number>; list(): string[]; drop(sku: string): void; }
type Input<K extends keyof Procedures> = Parameters<Procedures[K]>;
type Output<K extends keyof Procedures> = Awaited<ReturnType<Procedures[K]>>;
export declare function invoke<K extends keyof Procedures>(name: K, ...input: Input<K>): Promise<Output<K>>;
export {};
