export type { CSSProperties as Style } from "react";
import type * as R from "react";
export declare function css(style: R.CSSProperties): string;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
