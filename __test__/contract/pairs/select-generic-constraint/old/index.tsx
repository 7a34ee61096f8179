import type { JSX } from "react";
export interface SelectProps<T> { options: readonly { value: T; label: string }[]; value?: T; onSelect(value: T): void }
export declare function Select<T>(props: SelectProps<T>): JSX.Element;
export declare class Stopwatch { #start: number; constructor(now?: () => number); stop(): number }
