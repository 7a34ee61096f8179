interface Procedures { find: (query: string | RegExp) => string[] }
export declare function rpc<P extends keyof Procedures>(name: P, ...args: Parameters<Procedures[P]>): Promise<ReturnType<Procedures[P]>>;
