import type { ReactNode } from "react";
export interface RadioGroupProps<T extends string> { options: readonly T[]; value: NoInfer<T>; onPick?: (v: T) => void; label?: ReactNode }
export function RadioGroup<T extends string>(p: RadioGroupProps<T>) { return <div>{p.label}{p.options.map(o => <button key={o} aria-checked={o === p.value} onClick={() => p.onPick?.(o)}>{o}</button>)}</div>; }
export const RADIO_MAX: number = 9;
