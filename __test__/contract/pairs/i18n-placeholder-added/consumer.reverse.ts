import { t } from "./surface";
t("left", { n: 1, max: 3 });
