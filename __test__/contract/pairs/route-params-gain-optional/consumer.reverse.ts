import { go } from "./surface";
go("/item", { params: { id: "a", tab: "b" } });
