import type { JSX, ReactNode } from "react";
export interface Item {
  readonly id: string;
}
export function Menu(props: { render: (item: Item) => ReactNode }): JSX.Element {
  return <nav>{props.render({ id: "a" })}</nav>;
}
