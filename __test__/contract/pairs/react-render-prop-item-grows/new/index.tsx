import type { JSX, ReactNode } from "react";
export interface Item {
  readonly id: string;
  readonly badge: number;
}
export function Menu(props: { render: (item: Item) => ReactNode }): JSX.Element {
  return <nav>{props.render({ id: "a", badge: 1 })}</nav>;
}
