import { visits } from "./surface";
export const t = visits().get("x")?.at.getTime();
