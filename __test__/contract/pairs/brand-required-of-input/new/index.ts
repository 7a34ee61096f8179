export type Token = string & { readonly __brand: "Token" };
export declare function login(user: string): Promise<Token>;
export declare function logout(token: Token): Promise<void>;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
