import type { JSX } from "react";
type Anchor = JSX.IntrinsicElements["a"];
export declare function Link(props: Anchor & { external?: boolean }): JSX.Element;
