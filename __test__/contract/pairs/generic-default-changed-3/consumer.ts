import { request, type ApiResponse } from "./surface";
export const log = (r: ApiResponse) => console.log(r.data); export const x = request<number>("/").then(r => log(r));
