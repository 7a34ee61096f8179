import { api } from "./surface";
const all: Record<string, (path: string, body: unknown) => Promise<unknown>> = api; export { all };
