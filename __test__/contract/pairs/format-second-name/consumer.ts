import { format } from "./surface";
format(1).trim();
