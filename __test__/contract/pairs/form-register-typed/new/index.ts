export interface Field<V> { readonly value: V; readonly name: string; touch(): void }
export declare function useForm<T extends object>(initial: T): { register: <K extends keyof T & string>(name: K) => Field<T[K]> };
