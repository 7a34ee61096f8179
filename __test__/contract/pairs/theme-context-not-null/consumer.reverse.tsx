import { useContext } from "react";
import { ThemeContext } from "./surface";
export const useGap = () => useContext(ThemeContext).gap(2);
