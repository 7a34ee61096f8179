import { Search } from "./surface";
export const view = <Search onSearch={(term) => void (term ?? "").trim()} />;
