import { configure, settings } from "./surface";
configure({ debug: true, ui: settings().ui });
