import { MenuItem } from "./surface";
export const a = <MenuItem id="b" onSelect={(id, e) => e.preventDefault()} />;
