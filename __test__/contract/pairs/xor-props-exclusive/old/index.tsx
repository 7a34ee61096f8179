import type { ReactNode } from "react";
type Without<T, U> = { [P in Exclude<keyof T, keyof U>]?: never };
type XOR<T, U> = (Without<T, U> & U) | (Without<U, T> & T);
type Href = { href: string }; type Click = { onPress: () => void };
export type ActionProps = { label: string } & (Href | Click);
export declare function Action(props: ActionProps): ReactNode;
export declare function ActionBar(props: { children?: ReactNode }): ReactNode;
