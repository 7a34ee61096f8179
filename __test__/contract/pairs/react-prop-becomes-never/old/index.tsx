import type { JSX } from "react";
export interface LinkProps {
  href: string;
  onClick?: () => void;
}
export function Link({ href }: LinkProps): JSX.Element {
  return <a href={href} />;
}
