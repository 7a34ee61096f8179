import { spacing } from "./surface";
const key: "sm" | "md" | "lg" = "sm" as keyof typeof spacing; export { key };
