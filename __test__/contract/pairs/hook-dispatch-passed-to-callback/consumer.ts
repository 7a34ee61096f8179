import { useFilter } from "./surface";
export const f = () => useFilter().apply({ clear: true });
