import { identify, provider } from "./surface";
identify({ id: provider, plan: "free" });
