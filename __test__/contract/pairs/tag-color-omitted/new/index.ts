import type { HTMLAttributes, JSX } from "react";
export interface TagProps extends Omit<HTMLAttributes<HTMLSpanElement>, "color"> { removable?: boolean }
export declare function Tag(props: TagProps): JSX.Element;
