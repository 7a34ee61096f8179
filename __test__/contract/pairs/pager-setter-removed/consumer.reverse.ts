import { createPager, type Pager } from "./surface";
const p: Pager = createPager(1); p.next(); p.page.toFixed();
