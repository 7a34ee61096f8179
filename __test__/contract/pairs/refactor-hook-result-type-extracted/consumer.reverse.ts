import { useStep, useWizard } from "./surface";
export const f = () => { const [step, { next, done }] = useWizard(["a"]); if (!done) next(); return step + useStep(); };
