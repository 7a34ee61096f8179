import { search, type SearchArgs } from "./surface";
const a: SearchArgs = { term: "", page: undefined }; export const r: string[] = search(a).concat(search({ term: "x", page: 1 }));
