export interface FormState<T> { readonly values: T; readonly errors: { readonly [K in keyof T]?: string }; readonly meta: { readonly dirty: boolean } }
export declare function useFormState<T>(): FormState<T>;
