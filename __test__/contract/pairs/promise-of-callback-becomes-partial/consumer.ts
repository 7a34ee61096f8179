import { useData } from "./surface";
export const label: string = useData({ fn: async () => "a" });
