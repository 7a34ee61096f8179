import { select } from "./surface";
select({ only: "a" });
