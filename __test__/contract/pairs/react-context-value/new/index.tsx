import { createContext } from "react";
export interface Look {
  mode: "light" | "dark" | "auto";
}
export const LookContext = createContext<Look>({ mode: "light" });
