import { useStored } from "./surface";
export const f = () => useStored("n", 1, { read: () => null, write() {} })[0].toFixed();
