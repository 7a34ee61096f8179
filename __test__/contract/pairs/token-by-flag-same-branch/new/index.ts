interface Flags { home: {}; cart: { auth: true; since: number }; }
type Token<K extends keyof Flags> = Flags[K] extends { auth: true } ? [token: string] : [];
export declare function open<K extends keyof Flags>(name: K, ...token: Token<K>): void;
export {};
