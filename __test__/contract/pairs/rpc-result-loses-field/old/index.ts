interface Procedures { load: () => Promise<{ id: string; size: number }> }
export declare function rpc<P extends keyof Procedures>(name: P): Promise<Awaited<ReturnType<Procedures[P]>>>;
