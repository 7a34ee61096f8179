import type { JSX } from "react";
export interface SelectProps<T extends string | number> { options: readonly { value: T; label: string }[]; value?: T; onSelect(value: T): void }
export declare function Select<T extends string | number>(props: SelectProps<T>): JSX.Element;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
