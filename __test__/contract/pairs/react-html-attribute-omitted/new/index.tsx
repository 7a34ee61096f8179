import type { ButtonHTMLAttributes, JSX } from "react";
export interface SubmitProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "type"> {
  busy?: boolean;
}
export declare function Submit(props: SubmitProps): JSX.Element;
