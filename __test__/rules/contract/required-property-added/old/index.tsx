import type { JSX } from "react";
export interface ButtonProps {
  disabled?: boolean;
}
export function Button({ disabled }: ButtonProps): JSX.Element {
  return <button disabled={disabled} />;
}
