import { format } from "./surface";
format(new Date(), "YYYY/MM/Do");
