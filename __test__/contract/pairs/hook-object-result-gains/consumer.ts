import { useOnline, useDebounced } from "./surface";
export const f = (): string => { const { online } = useOnline(); return useDebounced(online ? "on" : "off", 20); };
