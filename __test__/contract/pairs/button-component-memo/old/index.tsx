import type { JSX, ReactNode } from "react";
export interface ButtonProps { readonly tone?: "plain" | "danger"; readonly children?: ReactNode; onPress?: () => void }
export declare function Button(props: ButtonProps): JSX.Element;
export declare function IconButton(props: ButtonProps & { readonly icon: string }): JSX.Element | null;
