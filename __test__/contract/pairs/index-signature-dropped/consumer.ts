import { env } from "./surface";
export const h: string | undefined = env()["HOME_DIR"];
