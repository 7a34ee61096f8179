import { i18n } from "./surface";
void i18n.change("fr");
