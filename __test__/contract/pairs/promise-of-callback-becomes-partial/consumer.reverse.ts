import { useData } from "./surface";
interface Own { id: string }
export const own: Own | string = useData<Own>({ fn: async () => ({}) });
