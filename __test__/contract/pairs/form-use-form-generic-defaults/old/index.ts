export interface UseFormOptions<V> { initial: V; validate?: (v: V) => Partial<Record<keyof V, string>>; }
export interface FormApi<V> { values: Readonly<V>; set<K extends keyof V>(k: K, v: V[K]): void; dirty: boolean }
export declare function useForm<V extends object>(o: UseFormOptions<V>): FormApi<V>;
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
export declare const Announcer: import("react").Context<{ announce(text: string, politeness?: "polite" | "assertive"): void }>;
export declare function AnnouncerProvider(props: { children?: import("react").ReactNode }): import("react").ReactElement;
export declare function useAnnouncer(): (text: string) => void;
