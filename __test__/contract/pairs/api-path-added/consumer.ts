import { client } from "./surface";
export async function names(): Promise<string[]> {
  const health = await client.get("/health", {});
  const { items } = await client.get("/users", { page: health.ok ? 1 : 2 });
  return items.map(i => i.name);
}
