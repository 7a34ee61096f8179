export interface Messages { greeting: [name: string]; bye: [] }
export declare function t<K extends keyof Messages>(key: K, ...values: Messages[K]): string;
