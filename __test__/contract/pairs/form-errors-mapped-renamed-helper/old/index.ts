type FieldErrors<T> = { readonly [K in keyof T]?: T[K] extends object ? FieldErrors<T[K]> : string };
interface Signup { mail: string; address: { zip: string; city: string } }
export interface FormState { readonly dirty: boolean; readonly errors: FieldErrors<Signup> }
export declare function formState(): FormState;
export declare function validate(values: Signup): boolean;
