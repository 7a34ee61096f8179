import type { ReactNode, Ref } from "react";
export interface FieldProps { hint?: string; label: string }
export declare function Field(props: FieldProps & { ref?: Ref<HTMLInputElement> }): ReactNode;
export declare function useField(name: string): FieldProps;
