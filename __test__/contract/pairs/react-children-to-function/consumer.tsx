import { Picker } from "./surface";
export const view = <Picker>text</Picker>;
