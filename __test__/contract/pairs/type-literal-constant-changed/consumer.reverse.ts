import { API_VERSION } from "./surface";
export const pinned: "v2" = API_VERSION;
