interface Endpoint<R> { response: R }
interface Endpoints { "/users": Endpoint<string[]>; "/me": Endpoint<{ id: string }> }
export declare function request<P extends keyof Endpoints>(path: P): Promise<Endpoints[P]["response"]>;
