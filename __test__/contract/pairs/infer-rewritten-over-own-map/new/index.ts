interface Api { me: { res: { id: string } }; ping: {} }
export declare function call<K extends keyof Api>(name: K): Api[K] extends { res: unknown } ? Api[K]["res"] : undefined;
export {};
