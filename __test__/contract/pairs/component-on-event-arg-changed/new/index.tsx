import type { ChangeEvent, ReactNode } from "react";
type Size = "s" | "m";
export interface InputProps { readonly size?: Size; readonly value: string; readonly onChange: (value: string) => void }
export declare function Input(p: InputProps): ReactNode;
export declare function InputGroup(p: { children: ReactNode; size?: Size }): ReactNode;
