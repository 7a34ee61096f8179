type Namespaces = { common: "ok" | "cancel"; errors: "network" | "timeout" | "offline" };
type Full = { [N in keyof Namespaces]: `${N}:${Namespaces[N]}` }[keyof Namespaces];
export type MessageKey = Full;
export declare function lastMissing(): MessageKey | undefined;
export declare function onMissing(cb: (key: MessageKey, locale: string) => void): void;
