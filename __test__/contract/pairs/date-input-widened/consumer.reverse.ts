import { formatDate } from "./surface";
formatDate(Date.now());
