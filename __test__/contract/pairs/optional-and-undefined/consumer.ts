import { search, type Filter } from "./surface";
const f: Filter = { text: undefined, page: 1 }; search(f).then((x) => (x.text ?? "").trim() + (x.page ?? 0)); search({});
