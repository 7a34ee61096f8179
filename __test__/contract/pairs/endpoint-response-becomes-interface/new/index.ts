interface Me { id: string; name: string }
type Endpoints = { "/me": { response: Me }; "/ping": { response: "pong" } };
export declare function call<P extends keyof Endpoints>(path: P): Endpoints[P]["response"];
