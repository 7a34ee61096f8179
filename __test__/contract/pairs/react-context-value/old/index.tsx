import { createContext } from "react";
export interface Look {
  mode: "light" | "dark";
}
export const LookContext = createContext<Look>({ mode: "light" });
