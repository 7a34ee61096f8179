import type { ReactNode } from "react";
export interface Menu {
  Group: (this: { id: string }) => ReactNode;
}
