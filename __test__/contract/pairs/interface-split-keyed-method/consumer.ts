import type { Select } from "./surface";
export async function ids(all: Select<{ id: string; name: string }>): Promise<string[]> {
  return (await all.select("id").run()).map((one) => one.id);
}
