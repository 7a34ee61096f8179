export interface OverlayInjected { readonly closeOverlay: () => void; readonly depthOfOverlay: number }
export declare function withOverlay<P extends object>(
  Inner: import("react").ComponentType<P & OverlayInjected>,
): import("react").ComponentType<P>;
export interface HeaderBag { readonly "content-type": string;readonly [name: string]: string; }
export declare function headers(): HeaderBag;
export declare function status(): number;
