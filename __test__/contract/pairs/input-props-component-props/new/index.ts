import type { ComponentProps, JSX } from "react";
type Labelled<P> = P & { label: string; hint?: string };
export type TextFieldProps = Labelled<ComponentProps<"input">>;
export declare function TextField(props: TextFieldProps): JSX.Element;
