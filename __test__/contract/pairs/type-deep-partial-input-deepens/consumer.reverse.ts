import { configure } from "./surface";
configure({ ui: { font: { size: 3 } } });
