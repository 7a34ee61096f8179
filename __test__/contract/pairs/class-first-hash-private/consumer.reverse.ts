import { Vault } from "./surface";
export const opened: boolean = new Vault().open();
