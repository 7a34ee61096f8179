import { Repo } from "./surface";
Repo.of<{ id: string; n: number }>("x", { ttl: 1 }).where("n", [1, 2]);
