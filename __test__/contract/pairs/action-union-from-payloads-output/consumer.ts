import { onAction } from "./surface";
onAction((a) => { const t: "add" | "clear" = a.type; return t; });
