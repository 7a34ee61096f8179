import { load, close } from "./surface";
export const end = async (force?: boolean) => close(await load("a"), force);
