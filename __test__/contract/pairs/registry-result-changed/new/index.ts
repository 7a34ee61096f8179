interface Registry { pick: (props: { sku: string }) => number; ask: (props: { text: string }) => string; }
type PropsOf<K extends keyof Registry> = Registry[K] extends (props: infer P) => unknown ? P : never;
export declare function open<K extends keyof Registry>(name: K, props: PropsOf<K>): void;
export {};
