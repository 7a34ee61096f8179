interface AddressErrors { readonly zip?: string; readonly city?: string }
type Errors = { readonly mail?: string; readonly address?: { readonly [P in keyof AddressErrors]: AddressErrors[P] } };
type Address = Record<"zip" | "city", string>;
export declare function validate(input: { mail: string } & { address: Address }): boolean;
export declare function formState(): FormState;
export interface FormState { readonly errors: Errors; readonly dirty: boolean }
