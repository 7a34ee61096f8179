import type { ForwardRefExoticComponent, RefAttributes } from "react";
export interface FieldProps { label: string; hint?: string }
export declare const Field: ForwardRefExoticComponent<FieldProps & RefAttributes<HTMLInputElement>>;
export declare function useField(name: string): FieldProps;
