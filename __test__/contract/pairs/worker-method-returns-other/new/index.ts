type Methods = { sum: (a: number, b: number) => bigint; ping: () => "pong" };
export declare function invoke<M extends keyof Methods>(method: M, ...args: Parameters<Methods[M]>): Promise<ReturnType<Methods[M]>>;
