import { Toolbar } from "./surface";
export const a = <Toolbar renderIcon={n => (n === "none" ? null : n)} />;
