import type { ComponentProps, JSX } from "react";
export declare function Link(props: ComponentProps<"a"> & { external?: boolean }): JSX.Element;
