type Methods = { sum: (a: number, b: number, digits?: number) => number; ping: () => "pong"; stop: () => void };
export declare function invoke<M extends keyof Methods>(method: M, ...args: Parameters<Methods[M]>): Promise<ReturnType<Methods[M]>>;
