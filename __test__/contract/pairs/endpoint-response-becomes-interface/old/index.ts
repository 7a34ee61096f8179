type Endpoints = { "/me": { response: { id: string; name: string } }; "/ping": { response: "pong" } };
export declare function call<P extends keyof Endpoints>(path: P): Endpoints[P]["response"];
