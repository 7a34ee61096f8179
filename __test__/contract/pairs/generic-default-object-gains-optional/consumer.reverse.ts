import { load } from "./surface";
load<string>("/").then((page) => page.meta.next?.trim());
