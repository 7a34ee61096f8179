interface Registry { pick: (props: { sku: string }) => void; ask: (props: { text: string }) => boolean; }
type PropsOf<K extends keyof Registry> = Registry[K] extends (props: infer P) => unknown ? P : never;
export declare function open<K extends keyof Registry>(name: K, props: PropsOf<K>): void;
export {};
