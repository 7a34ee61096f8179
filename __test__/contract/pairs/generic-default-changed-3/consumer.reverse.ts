import type { ApiResponse } from "./surface";
export const name = (r: ApiResponse) => r.data.name.trim();
