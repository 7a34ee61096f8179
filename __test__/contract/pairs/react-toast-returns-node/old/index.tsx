import type { ReactNode, JSX } from "react";
export interface ToastProps { text: string; icon?: ReactNode }
export const Toast = (props: ToastProps): JSX.Element => <output>{props.icon}{props.text}</output>;
export const ToastList = ({ items }: { items: ToastProps[] }) => <>{items.map(i => <Toast key={i.text} {...i} />)}</>;
export type Outcome2<T, E = Error> = { readonly done: true; readonly value: T } | { readonly done: false; readonly cause: E };
export declare function attempt<T>(f: () => T): Outcome2<T>;
export declare function attemptAsync<T, E>(f: () => Promise<T>, wrap: (cause: unknown) => E): Promise<Outcome2<T, E>>;
