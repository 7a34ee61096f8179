import type { ReactNode } from "react";
export function Tabs(props: { value: string; children: ReactNode }) { return <div data-value={props.value}>{props.children}</div>; }
Tabs.Tab = function Tab(props: { id: string; children?: ReactNode }) { return <button id={props.id}>{props.children}</button>; };
Tabs.Panel = function Panel(props: { for: string; children?: ReactNode }) { return <div aria-labelledby={props.for}>{props.children}</div>; };
