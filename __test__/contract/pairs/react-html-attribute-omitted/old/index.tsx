import type { ButtonHTMLAttributes, JSX } from "react";
export interface SubmitProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  busy?: boolean;
}
export declare function Submit(props: SubmitProps): JSX.Element;
