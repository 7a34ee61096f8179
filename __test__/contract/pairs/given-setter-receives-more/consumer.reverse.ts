import { mount, type Theme } from "./surface";
let dark = false;
mount({ get theme(): unknown { return dark; }, set theme(next) { dark = (next as Theme).dark; } });
