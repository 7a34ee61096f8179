export interface FieldState<T> { readonly value: T; readonly dirty: boolean }
export interface FormApi<V extends object> { field<N extends keyof V>(name: N): FieldState<V[N]>; submit(): Promise<void> }
export declare function useForm<V extends object>(initial: V): FormApi<V>;
