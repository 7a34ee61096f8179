import { Bit } from "./surface";
export const wire: 2 = Bit.Write;
