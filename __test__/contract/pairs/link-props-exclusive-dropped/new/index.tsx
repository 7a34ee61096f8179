import type { JSX } from "react";
export type ActionProps = { label: string; href?: string; onClick?: () => void };
export function Action(props: ActionProps): JSX.Element { return props.href ? <a href={props.href}>{props.label}</a> : <button onClick={props.onClick}>{props.label}</button>; }
export type Tone = "info" | "warn";
export declare function notify(text: string, tone?: Tone): void;
