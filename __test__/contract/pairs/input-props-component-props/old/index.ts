import type { ComponentPropsWithRef, JSX } from "react";
export type TextFieldProps = ComponentPropsWithRef<"input"> & { label: string; hint?: string };
export declare function TextField(props: TextFieldProps): JSX.Element;
