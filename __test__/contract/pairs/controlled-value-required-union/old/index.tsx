import type { JSX } from "react";
type Controlled = { value: string; onChange: (v: string) => void };
type Free = { defaultValue?: string; value?: undefined; onChange?: (v: string) => void };
export type InputProps = { name: string } & (Controlled | Free);
export declare function Input(props: InputProps): JSX.Element;
export type FreeOnly = Free;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
