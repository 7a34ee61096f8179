type Path<T> = T extends readonly (infer E)[] ? `${number}` | `${number}.${Path<E>}` : T extends object ? { [K in keyof T & string]: K | `${K}.${Path<T[K]>}` }[keyof T & string] : never;
export interface Form<V extends object> {
  register(path: Path<V>): { readonly name: string; readonly onChange: (e: unknown) => void };
  submit(cb: (values: V) => void): void;
}
export declare function useForm<V extends object>(initial: V): Form<V>;
