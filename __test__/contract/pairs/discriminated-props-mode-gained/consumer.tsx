import { Picker } from "./surface";
export const p = <Picker mode="single" value="a" onChange={(v) => { v.trim(); }} />;
