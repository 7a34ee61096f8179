interface Procedures { login: (name: string) => { token: string }; logout: () => void }
export declare function rpc<P extends keyof Procedures>(name: P, ...args: Parameters<Procedures[P]>): Promise<Awaited<ReturnType<Procedures[P]>>>;
