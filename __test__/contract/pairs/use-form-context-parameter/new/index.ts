export type FieldValues = Record<string, unknown>;
export interface UseForm<T extends FieldValues, C = undefined> { values: T; readonly context: C; set<K extends keyof T>(key: K, value: T[K]): void }
export declare function useForm<T extends FieldValues, C = undefined>(initial: T, context?: C): UseForm<T, C>;
