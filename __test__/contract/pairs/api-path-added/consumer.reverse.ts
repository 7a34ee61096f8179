import { client } from "./surface";
export const t: Promise<{ teams: string[] }> = client.get("/teams", { size: "l" });
