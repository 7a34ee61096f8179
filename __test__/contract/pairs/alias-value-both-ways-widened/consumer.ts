import { loadDraft } from "./surface";
const v: "private" | "public" = loadDraft("a").visibility; export { v };
