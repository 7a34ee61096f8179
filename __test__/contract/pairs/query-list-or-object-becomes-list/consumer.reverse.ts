import { select } from "./surface";
select({ length: 1 });
