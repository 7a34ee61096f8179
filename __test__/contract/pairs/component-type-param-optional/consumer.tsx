import { Combo, type OptionProps } from "./surface";
export const a = <Combo options={[]} Option={(p: OptionProps) => <li>{p.index.toFixed()}</li>} />;
