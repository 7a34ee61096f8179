interface Api { "/me": { response: { id: string }; cache: number }; "/users": { response: string[] }; }
export declare function load<P extends keyof Api>(path: P): Promise<Api[P]["response"]>;
export {};
