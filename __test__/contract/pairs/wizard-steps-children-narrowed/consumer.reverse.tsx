import { Step, Wizard, type StepProps } from "./surface";
const p: StepProps = { title: "1", children: "x" };
export const a = [<Wizard key="a"><Step {...p} /></Wizard>, <Wizard key="b"><Step title="1" /><Step title="2" /></Wizard>];
