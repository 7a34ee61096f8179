import { API_VERSION } from "./surface";
export const pinned: "v1" = API_VERSION;
