export interface Options<S, A> { state: () => S; actions: A & ThisType<S & A> }
export type StoreOf<S, A> = { readonly [K in keyof S]: S[K] } & A;
export declare function defineStore<S extends object, A>(id: string, o: Options<S, A>): () => StoreOf<S, A>;
export declare function resetAll(): void;
