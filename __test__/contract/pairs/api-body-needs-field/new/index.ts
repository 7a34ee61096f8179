type Api = { "/me": { response: { id: string }; body: null }; "/posts": { response: string[]; body: { text: string; title: string } } };
export declare function send<P extends keyof Api>(path: P, body: Api[P]["body"]): Promise<Api[P]["response"]>;
