import type { HTMLAttributes, JSX } from "react";
export interface TagProps extends HTMLAttributes<HTMLSpanElement> { removable?: boolean }
export declare function Tag(props: TagProps): JSX.Element;
