import type { AnyHook } from "./surface";
export const call = (hook: AnyHook): void => hook.call(hook.name);
