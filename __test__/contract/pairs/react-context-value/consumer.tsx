import { useContext } from "react";
import { LookContext } from "./surface";
const names = { light: "L", dark: "D" };
export const useName = (): string => names[useContext(LookContext).mode];
