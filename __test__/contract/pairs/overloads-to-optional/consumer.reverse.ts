import { slice } from "./surface";
export const cut = (t: string, to?: number) => slice(t, to);
