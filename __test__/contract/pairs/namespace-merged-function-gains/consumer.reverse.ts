import { dialog } from "./surface";
export const b: boolean = dialog.confirm("x");
