import { Menu, MenuLabel, type CloseReason } from "./surface";
const log = (r: CloseReason) => console.log(r === "escape" ? "esc" : "other");
export const v = <><MenuLabel text="m" /><Menu items={[]} onClose={log} /></>;
