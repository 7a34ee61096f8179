import { go } from "./surface";
go("/", { params: { tab: "a" } });
