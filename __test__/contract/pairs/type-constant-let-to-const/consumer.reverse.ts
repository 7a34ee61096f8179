import { theme } from "./surface";
export const exact: "dark" = theme;
