export interface FieldState<T> { readonly value: T; readonly dirty: boolean }
export interface FormApi<V extends object> { field(name: keyof V): FieldState<V[keyof V]>; submit(): Promise<void> }
export declare function useForm<V extends object>(initial: V): FormApi<V>;
