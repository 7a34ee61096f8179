import { Bit } from "./surface";
export const wire: 4 = Bit.Write;
