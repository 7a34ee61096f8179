import { variants } from "./surface";
const button = variants({ base: "b", variants: { size: { sm: "s", lg: "l" }, tone: { info: "i" } } });
button().trim(); button({ size: "sm" }).trim(); button({ size: "lg", tone: "info" });
