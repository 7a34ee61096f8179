import type { JSX, ReactNode } from "react";
export interface PickerProps {
  children: (open: boolean) => ReactNode;
}
export declare function Picker(props: PickerProps): JSX.Element;
