import type { RefObject } from "react";
export declare function useHover(): { ref: RefObject<HTMLElement | null>; hovered: boolean };
