import type { NamedExoticComponent, FC, ReactNode } from "react";
export interface ButtonProps { readonly tone?: "danger" | "plain"; onPress?: () => void; readonly children?: ReactNode }
export declare const Button: NamedExoticComponent<ButtonProps>;
export declare function IconButton(props: ButtonProps & { readonly icon: string }): ReactNode;
