import { SearchQuery, execute } from "./surface";
export const h = execute(SearchQuery, { term: "x", limit: 2 }).then(r => r.hits[0]);
