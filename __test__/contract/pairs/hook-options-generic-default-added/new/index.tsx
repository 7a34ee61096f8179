import type { RefObject } from "react";
export interface Rect { readonly width: number; readonly height: number }
export interface UseSize<E extends Element, S = Rect> { readonly ref: RefObject<E | null>; readonly size: S | undefined }
export declare function useSize<E extends Element>(o?: { readonly debounce?: number }): UseSize<E>;
export declare function useHover(): readonly [boolean, (e: Element) => void];
