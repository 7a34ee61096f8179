import { find, type Row } from "./surface";
const one = (row: Row<"user">) => row.id;
find("user").then((all) => all.map(one));
