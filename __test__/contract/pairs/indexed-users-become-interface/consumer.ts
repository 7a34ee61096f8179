import { usersById } from "./surface";
const all: Record<string, unknown>[] = [...usersById().values()]; export { all };
