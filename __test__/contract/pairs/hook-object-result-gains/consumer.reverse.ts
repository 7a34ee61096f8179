import { useOnline } from "./surface";
export const f = () => useOnline().since.getTime();
