import { openFile } from "./surface";
export const h: number = openFile(new URL("file:///a"));
