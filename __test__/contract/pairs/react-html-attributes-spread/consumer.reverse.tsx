import { Chip } from "./surface";
export const v = <Chip label="x" className="big" onClick={e => e.currentTarget.id} />;
