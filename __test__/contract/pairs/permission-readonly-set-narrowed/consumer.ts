import { permissions } from "./surface";
if (permissions().has("admin")) console.log("root");
