import { Step, Wizard } from "./surface";
export const a = <Wizard><Step title="1" />{null}text</Wizard>;
