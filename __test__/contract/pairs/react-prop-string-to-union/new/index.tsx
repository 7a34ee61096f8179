import type { JSX } from "react";
export interface IconProps {
  name: "star" | "heart";
}
export declare function Icon(props: IconProps): JSX.Element;
