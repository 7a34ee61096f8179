export type FieldValues = Record<string, unknown>;
export interface UseForm<T extends FieldValues> { values: T; set<K extends keyof T>(key: K, value: T[K]): void }
export declare function useForm<T extends FieldValues>(initial: T): UseForm<T>;
