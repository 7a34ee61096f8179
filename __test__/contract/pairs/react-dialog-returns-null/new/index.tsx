import type { ReactNode } from "react";
export interface DialogProps { open: boolean; title: string; children?: ReactNode; onDismiss: () => void }
export function Dialog(props: DialogProps): React.JSX.Element | null {
  if (!props.open) return null;
  return <section aria-label={props.title} hidden={!props.open}>{props.children}<button onClick={props.onDismiss} /></section>;
}
export const DIALOG_LIMIT: number = 3;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
