import type { JSX, ReactNode } from "react";
export interface PickerProps {
  children: ReactNode;
}
export declare function Picker(props: PickerProps): JSX.Element;
