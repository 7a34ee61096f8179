import type { CSSProperties, ReactNode } from "react";
export interface OverlayInjected { readonly closeOverlay: () => void; readonly depthOfOverlay: number }
export declare function withOverlay<P extends object>(
  Inner: import("react").ComponentType<P & OverlayInjected>,
): import("react").ComponentType<P>;
export type Space = 0 | 1 | 2 | 4 | 8 | `${number}px`;
export interface StackProps { gap?: Space; align?: CSSProperties["alignItems"]; children?: ReactNode }
export function Stack({ gap = 0, align, children }: StackProps) { return <div style={{ gap, alignItems: align }}>{children}</div>; }
export function Spacer() { return <span />; }
