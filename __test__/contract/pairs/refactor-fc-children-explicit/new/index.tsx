import type { FC, PropsWithChildren, ReactNode } from "react";
export interface OverlayInjected { readonly closeOverlay: () => void; readonly depthOfOverlay: number }
export declare function withOverlay<P extends object>(
  Inner: import("react").ComponentType<P & OverlayInjected>,
): import("react").ComponentType<P>;
export const Frame: FC<{ legend: string; children?: ReactNode }> = ({ legend, children }) => <fieldset><legend>{legend}</legend>{children}</fieldset>;
export const useFrame = (): { legend: string } => ({ legend: "x" });
