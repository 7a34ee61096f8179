type VariantMap = Record<string, Record<string, string>>;
export declare function variants<V extends VariantMap>(base: string, config: { variants: V; defaults?: { [K in keyof V]?: keyof V[K] } }): (props?: { [K in keyof V]?: keyof V[K] }) => string;
export type VariantProps<F> = F extends (props?: infer P) => string ? NonNullable<P> : never;
