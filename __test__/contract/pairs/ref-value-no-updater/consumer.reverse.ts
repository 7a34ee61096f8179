import { ref, type Ref } from "./surface";
const r: Ref<number> = ref<number>(1); r.value = r.value + 1;
