import { createPager } from "./surface";
createPager(1).page = 2;
