import { computed, effect, signal } from "./surface";
const n = signal(1); const d = computed(() => n() * 2);
effect(clean => { clean(() => n.update(x => x + d.peek())); n.asReadonly()(); })();
