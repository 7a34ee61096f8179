import { isEnabled } from "./surface";
isEnabled("search"); const names: Parameters<typeof isEnabled>[0][] = ["search", "beta"]; names.map(isEnabled);
