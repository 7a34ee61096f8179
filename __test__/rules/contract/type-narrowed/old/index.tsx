import type { JSX } from "react";
export interface IconProps {
  name: string;
}
export declare function Icon(props: IconProps): JSX.Element;
