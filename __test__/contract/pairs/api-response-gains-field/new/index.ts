type Api = { "/me": { response: { id: string; name: string }; body: null }; "/posts": { response: string[]; body: { text: string; draft?: boolean } } };
export declare function send<P extends keyof Api>(path: P, body: Api[P]["body"]): Promise<Api[P]["response"]>;
