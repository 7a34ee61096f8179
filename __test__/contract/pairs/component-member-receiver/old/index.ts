import type { ReactNode } from "react";
export interface Menu {
  Group: () => ReactNode;
}
