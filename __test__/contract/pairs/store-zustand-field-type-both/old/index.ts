export interface Store<T> { getState(): T; setState(next: Partial<T>): void }
export type Hook<T> = Store<T> & { <U>(pick: (s: T) => U): U };
export interface Settings { zoom: number; language: "de" | "en" }
export declare const useSettings: Hook<Settings>;
export declare const languages: Store<{ list: string[] }>;
