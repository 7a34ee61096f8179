import { Picker } from "./surface";
export const view = <Picker>{(open) => (open ? "a" : "b")}</Picker>;
