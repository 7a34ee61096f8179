type Proc<I, O> = { readonly _in: I; readonly _out: O };
type Router = { readonly [k: string]: Proc<any, any> | Router };
type Client<R> = { readonly [K in keyof R]: R[K] extends Proc<infer I, infer O> ? (i: I) => Promise<O> : Client<R[K]> };
interface App extends Router { readonly users: { readonly byId: Proc<{ id: string }, { readonly name: string } | null> }; readonly ping: Proc<void, "pong"> }
type Known<T> = Pick<T, { [K in keyof T]: string extends K ? never : K } extends Record<any, infer V> ? (V extends keyof T ? V : never) : never>;
export declare function client(url: string): { readonly users: Client<App["users"]>; readonly ping: Client<Pick<App, "ping">>["ping"] };
export type Names = "users" | "ping";
export declare function names(): readonly (Names & keyof Known<App> | Names)[];
