import type { JSX } from "react";
export interface LinkProps {
  href: string;
  onClick?: never;
}
export function Link({ href }: LinkProps): JSX.Element {
  return <a href={href} />;
}
