interface Api { "/me": { response: { id: string }; cache: string }; "/users": { response: string[]; body: number }; }
export declare function load<P extends keyof Api>(path: P): Promise<Api[P]["response"]>;
export {};
