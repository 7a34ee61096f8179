import { toast } from "./surface";
toast("saved", { ms: 300 });
