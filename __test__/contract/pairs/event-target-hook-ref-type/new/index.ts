import type { RefCallback } from "react";
export declare function useHover(): { ref: RefCallback<HTMLElement>; hovered: boolean };
