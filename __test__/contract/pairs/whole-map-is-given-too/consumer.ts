import { last } from "./surface";
const all: Record<string, { id: string }> = last(); export { all };
