interface Procedures { login: (name: string, remember?: boolean) => { token: string; expires: number }; logout: () => void }
export declare function rpc<P extends keyof Procedures>(name: P, ...args: Parameters<Procedures[P]>): Promise<Awaited<ReturnType<Procedures[P]>>>;
