import { source } from "./surface";
source<string>("a").each(v => console.log(v.length));
