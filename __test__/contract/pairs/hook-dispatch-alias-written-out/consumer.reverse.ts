import { useOpen, useTimer } from "./surface";
export const f = () => { const [o, set] = useOpen(); set(!o); set(p => !p); const t = useTimer(); t.stop(t.start(3)); };
