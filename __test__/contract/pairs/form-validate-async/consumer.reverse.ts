import { field } from "./surface";
field({ initial: "", validate: async s => ((await fetch(s)).ok ? undefined : "taken") });
