import { SearchQuery, execute } from "./surface";
export const h = execute(SearchQuery, { term: "x" }).then(r => r.hits[0]);
