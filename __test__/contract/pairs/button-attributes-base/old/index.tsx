import type { ButtonHTMLAttributes, HTMLAttributes, JSX } from "react";
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> { variant?: "primary" | "ghost" }
export function Button({ variant, ...rest }: ButtonProps): JSX.Element { return <button className={variant} {...rest} />; }
export declare function nativeProps(): ButtonHTMLAttributes<HTMLButtonElement>;
