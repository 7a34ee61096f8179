import { Uri } from "./surface";
const u: Uri = Uri.parse("a://b").with("c"); export const h: string = u.host; export const is = (x: unknown) => x instanceof Uri && x.host;
