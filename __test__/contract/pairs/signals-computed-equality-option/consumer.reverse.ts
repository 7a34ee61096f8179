import { computed } from "./surface";
export const c = computed(() => ({ a: 1 }), { equal: (x, y) => x.a === y.a });
