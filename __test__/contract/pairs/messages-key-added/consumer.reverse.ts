import { t } from "./surface";
t("items", 3);
