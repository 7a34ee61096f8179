import { walk } from "./surface";
walk("<a>", { leave: n => console.log(n) });
