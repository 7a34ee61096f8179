import { setSearch } from "./surface";
setSearch({ page: 2 });
setSearch({});
