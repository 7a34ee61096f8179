import { Combo, type OptionProps } from "./surface";
const O = (p: OptionProps) => <li>{p.label}{(p.index ?? 0) + 1}</li>;
export const a = <><Combo options={["a"]} Option={O} /><Combo options={[]} /></>;
