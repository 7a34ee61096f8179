import { tr } from "./surface";
export const s = tr("greeting", { firstName: "x" });
