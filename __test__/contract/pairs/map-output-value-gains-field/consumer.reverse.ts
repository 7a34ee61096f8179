import { sessions } from "./surface";
export const t = sessions().get("x")?.at.getTime();
