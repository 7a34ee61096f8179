export type Steps<T> = { [K in keyof T]: ((value: T[K]) => void) | (T[K] extends object ? Steps<T[K]> : never) };
