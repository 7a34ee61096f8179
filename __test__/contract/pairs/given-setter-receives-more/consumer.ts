import { mount, type Theme } from "./surface";
let name = "";
mount({ get theme(): unknown { return name; }, set theme(next) { name = (next as Theme).name; } });
