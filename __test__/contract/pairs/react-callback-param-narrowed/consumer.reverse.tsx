import { Picker, type Colour } from "./surface";
const take = (c: Colour) => c.hex.slice(1);
export const v = <Picker initial="#fff" onPick={take} />;
