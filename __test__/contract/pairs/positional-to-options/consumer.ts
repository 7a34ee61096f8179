import { toast } from "./surface";
toast("saved", 300);
