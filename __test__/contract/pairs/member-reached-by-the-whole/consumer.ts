import { all } from "./surface";
all().audit.by.trim();
