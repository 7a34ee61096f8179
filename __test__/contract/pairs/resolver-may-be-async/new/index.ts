export type FieldErrors<T> = { [K in keyof T]?: string };
export declare function createForm<T extends object>(options: { initial: T; validate: (values: T) => FieldErrors<T> | Promise<FieldErrors<T>> }): { submit(): Promise<boolean> };
