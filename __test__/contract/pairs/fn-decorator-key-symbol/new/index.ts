export interface OverlayInjected { readonly closeOverlay: () => void; readonly depthOfOverlay: number }
export declare function withOverlay<P extends object>(
  Inner: import("react").ComponentType<P & OverlayInjected>,
): import("react").ComponentType<P>;
export declare function observed(options?: { deep?: boolean }): (target: object, key: string | symbol) => void;
export declare function isObserved(target: object): boolean;
