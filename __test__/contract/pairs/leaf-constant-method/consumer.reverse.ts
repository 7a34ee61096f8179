import { api } from "./surface";
export const page: Promise<string> = api.get("/");
