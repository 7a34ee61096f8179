import { sheet } from "./surface";
sheet("a").cell(1, 2).value = true;
