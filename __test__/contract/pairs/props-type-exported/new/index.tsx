import type { JSX } from "react";
export interface BadgeProps { count: number; max?: number }
export function Badge({ count, max = 99 }: BadgeProps): JSX.Element { return <sup>{Math.min(count, max)}</sup>; }
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
