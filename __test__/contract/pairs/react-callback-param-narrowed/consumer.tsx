import { Picker, toHex } from "./surface";
export const v = <Picker onPick={(c, s) => { if (c) console.log(toHex(c), s); }} />;
