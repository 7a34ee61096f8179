import { Button2, Star } from "./surface";
export const v = <Button2 text="x" icon={<Star size={3} />} />;
