import { readSearch, setSearch } from "./surface";
setSearch({ q: readSearch().q });
