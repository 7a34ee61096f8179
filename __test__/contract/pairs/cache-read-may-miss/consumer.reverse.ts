import { peek } from "./surface";
peek("user")?.id.trim(); peek("flags")?.join();
