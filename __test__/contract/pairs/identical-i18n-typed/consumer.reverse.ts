import { t } from "./surface";
t("ok"); t("hi", { name: "x" }); t("n", { count: 1, total: 2 });
