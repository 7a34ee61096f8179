import { Dialog } from "./surface";
export const a = <><Dialog open onClose={() => {}}>x</Dialog><Dialog open={false} onClose={() => 1} /></>;
