type Meta = { readonly dirty: boolean; readonly touched: boolean };
type Errors<T> = Readonly<Partial<Record<keyof T, string>>>;
export interface FormState<T> { readonly values: T; readonly errors: Errors<T>; readonly meta: Meta }
export declare function useFormState<T>(): FormState<T>;
