interface Procedure<I, O> { input: I; output: O }
interface Router { "user.get": Procedure<{ id: string }, { name: string; mail: string }>; "user.all": Procedure<void, string[]>; }
type InputOf<P> = P extends Procedure<infer I, unknown> ? I : never;
type OutputOf<P> = P extends Procedure<never, infer O> ? O : P extends { output: infer O } ? O : never;
export interface Client { query<K extends keyof Router>(path: K, input: InputOf<Router[K]>): Promise<OutputOf<Router[K]>> }
export declare function client(): Client;
export {};
