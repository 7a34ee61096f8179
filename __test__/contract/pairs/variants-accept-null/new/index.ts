export declare function variants<V extends Record<string, Record<string, string>>>(config: { base?: string; variants: V }): (props?: { [K in keyof V]?: keyof V[K] | null }) => string;
