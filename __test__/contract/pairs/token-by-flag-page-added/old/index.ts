interface Flags { home: { auth: false }; cart: { auth: true }; }
type Token<K extends keyof Flags> = Flags[K] extends { auth: true } ? [token: string] : [];
export declare function open<K extends keyof Flags>(name: K, ...token: Token<K>): void;
export {};
