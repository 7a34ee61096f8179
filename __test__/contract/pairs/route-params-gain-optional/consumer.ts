import { go } from "./surface";
go("/", {});
go("/item", { params: { id: "a" } });
