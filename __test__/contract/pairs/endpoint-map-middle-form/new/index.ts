type Endpoints = { "/users": { response: string[] }; "/me": { response: { id: string } } };
export declare function request<P extends keyof Endpoints>(path: P): Promise<Endpoints[P]["response"]>;
