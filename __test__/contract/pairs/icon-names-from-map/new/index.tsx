import type { JSX } from "react";
const paths = { add: "M1", close: "M2", search: "M3" } as const;
export type IconName = keyof typeof paths;
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element { return <svg width={size}><path d={paths[name]} /></svg>; }
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
